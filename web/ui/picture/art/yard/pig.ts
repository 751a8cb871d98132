import { oval, type Pen } from '../../pen.ts'
import { type Art, standingWays } from '../art.ts'

function drawPig(pen: Pen) {
  pen.lines(
    [
      [
        [88, -14],
        [104, -30],
        [94, -40],
        [90, -28],
        [106, -20],
      ],
    ],
    5,
    pen.ink,
  )
  for (const x of [-40, -8, 44, 70])
    pen.cut(
      [
        [x - 13, 40],
        [x + 13, 40],
        [x + 11, 92, 1],
        [x - 11, 92, 1],
      ],
      x === -8 || x === 44 ? pen.dark : pen.main,
    )
  pen.cut(
    [
      [-60, -40],
      [0, -60],
      [70, -46],
      [98, 0],
      [82, 56],
      [20, 66],
      [-40, 62],
      [-76, 20],
    ],
    pen.main,
  )
  pen.flat(
    [
      [-50, 44],
      [10, 50],
      [80, 30],
      [78, 52],
      [20, 62],
      [-40, 58],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [-58, -52],
      [-96, -20],
      [-104, 14],
      [-72, 38],
      [-34, 20],
      [-32, -30],
    ],
    pen.main,
  )
  pen.cut(oval(-92, 12, 15, 20, 10, 7), pen.light)
  pen.gouges(
    [
      [-96, 10, 10, 90, 3],
      [-87, 12, 10, 90, 3],
    ],
    pen.ink,
    true,
  )
  pen.cut(
    [
      [-64, -44, 1],
      [-54, -84, 1],
      [-20, -58],
      [-30, -28],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [0, -36, 40, -4, 4],
      [36, -34, 40, 8, 4],
      [64, -16, 30, 40, 4],
    ],
    pen.light,
  )
  pen.dots([[-66, -12]], 9, pen.ink)
}

export const pig: Art = {
  draw: drawPig,
  colours: ['blush', 'soot', 'rose'],
  ways: standingWays,
  outdoors: true,
  lean: 3,
}
