import type { Pen, Point } from '../../pen.ts'
import { type Art, standingWays } from '../art.ts'

function drawFish(pen: Pen) {
  const slim = pen.vary(0.72, 1)
  const deep = (y: number) => 12 + y * slim
  pen.cut(
    [
      [58, 12, 1],
      [104, deep(-52), 1],
      [92, 12],
      [106, deep(58), 1],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [-22, deep(-44), 1],
      [6, deep(-86)],
      [44, deep(-56)],
      [40, deep(-24), 1],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [-20, deep(38), 1],
      [0, deep(74)],
      [20, deep(62)],
      [16, deep(30), 1],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [-102, 8, 1],
      [-70, deep(-48)],
      [-10, deep(-62)],
      [60, deep(-14)],
      [72, 12, 1],
      [60, deep(16)],
      [-10, deep(62)],
      [-70, deep(46)],
    ],
    pen.main,
  )
  pen.flat(
    [
      [-96, 14],
      [-60, deep(26)],
      [0, deep(22)],
      [62, deep(6)],
      [0, deep(58)],
      [-66, deep(42)],
    ],
    pen.light,
  )
  const scales = [-20, 2, 24, 44].flatMap((x, i) =>
    [-20, 0, 18].slice(i > 2 ? 1 : 0, i > 2 ? 2 : 3).map((y): Point[] => [
      [x, deep(y - 9)],
      [x + 13, deep(y)],
      [x, deep(y + 9)],
    ]),
  )
  pen.lines(scales, pen.weight * 0.75, pen.dark)
  pen.lines(
    [
      [
        [-54, deep(-38)],
        [-34, deep(0)],
        [-52, deep(38)],
      ],
    ],
    pen.weight,
    pen.ink,
  )
  pen.dots([[-72, deep(-12)]], 18, pen.chalk).dots([[-73, deep(-12)]], 10, pen.ink)
  pen.gouges([[-34, deep(16), 34, 20, 7]], pen.dark, true)
}

export const fish: Art = {
  draw: drawFish,
  colours: ['sky', 'celadon', 'ochre', 'stone'],
  ways: standingWays.concat('plate', 'basket'),
  lean: 10,
}
