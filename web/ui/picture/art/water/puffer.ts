import { inks } from '../../inks.ts'
import { leaf, type Pen } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawPuffer(pen: Pen) {
  pen.cut(
    [
      [62, 6, 1],
      [100, -24, 1],
      [92, 10],
      [104, 40, 1],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [20, -52, 1],
      [44, -86],
      [66, -60],
      [52, -30, 1],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [-98, 0, 1],
      [-78, -46],
      [-10, -72],
      [58, -26],
      [76, 8, 1],
      [50, 56],
      [-10, 92],
      [-80, 56],
    ],
    pen.main,
  )
  pen.flat(
    [
      [-94, 6],
      [-50, 20],
      [10, 30],
      [70, 12],
      [46, 54],
      [-10, 86],
      [-76, 52],
    ],
    pen.chalk,
  )
  pen.dots(
    [
      [-30, -34],
      [-4, -44],
      [20, -30],
      [-14, -14],
      [40, -10],
      [12, -6],
    ],
    12,
    pen.dark,
  )
  pen.gouges(
    [
      [-40, 50, 14, 80, 4],
      [-14, 62, 14, 90, 4],
      [14, 56, 14, 100, 4],
      [-4, 40, 12, 90, 4],
      [36, 42, 12, 110, 4],
    ],
    inks.stone,
  )
  pen.cut(leaf(-18, 4, 44, 16, 20), pen.dark)
  pen.dots([[-66, -20]], 20, pen.chalk).dots([[-66, -20]], 11, pen.ink)
  pen.lines(
    [
      [
        [-98, 2],
        [-88, 8],
        [-82, 4],
      ],
    ],
    pen.weight,
    pen.ink,
  )
}

export const puffer: Art = {
  draw: drawPuffer,
  colours: ['ochre', 'moss', 'soot'],
  ways: ['one', 'pair', 'three', 'plate'],
  lean: 10,
}
