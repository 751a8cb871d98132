import { inks } from '../../inks.ts'
import { leaf, type Pen } from '../../pen.ts'
import { type Art, standingWays } from '../art.ts'

function drawGoat(pen: Pen) {
  for (const x of [-28, -6, 46, 66])
    pen.cut(
      [
        [x - 10, 34],
        [x + 10, 34],
        [x + 7, 92, 1],
        [x - 7, 92, 1],
      ],
      x === -6 || x === 46 ? pen.dark : pen.main,
    )
  pen.cut(
    [
      [76, -24],
      [100, -46, 1],
      [98, -14],
      [84, 0],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-50, -30],
      [0, -34],
      [66, -38],
      [92, 0],
      [74, 48],
      [10, 52],
      [-40, 48],
      [-58, 10],
    ],
    pen.main,
  )
  pen.limbs(
    [
      [
        [-58, -74],
        [-44, -106],
        [-14, -104],
      ],
      [
        [-66, -76],
        [-62, -112],
        [-36, -118],
      ],
    ],
    6,
    inks.clay,
  )
  pen.cut(
    [
      [-66, -82],
      [-42, -80],
      [-26, -30],
      [-30, 10],
      [-62, 6],
      [-62, -24],
      [-84, -30],
      [-98, -44],
    ],
    pen.main,
  )
  pen.cut(leaf(-46, -64, 36, 13, 20), pen.dark)
  pen.cut(
    [
      [-92, -34],
      [-78, -30],
      [-82, 0, 1],
    ],
    pen.light,
    0.8,
  )
  pen.gouges(
    [
      [-10, -8, 18, 80, 4],
      [16, -14, 18, 80, 4],
      [42, -12, 18, 80, 4],
      [66, -4, 18, 90, 4],
      [4, 18, 18, 80, 4],
      [32, 16, 18, 80, 4],
      [58, 22, 18, 90, 4],
      [-26, 20, 18, 70, 4],
    ],
    pen.dark,
  )
  pen.dots([[-68, -58]], 8, pen.ink)
}

export const goat: Art = {
  draw: drawGoat,
  colours: ['chalk', 'straw', 'brown'],
  ways: standingWays,
  outdoors: true,
  lean: 3,
}
