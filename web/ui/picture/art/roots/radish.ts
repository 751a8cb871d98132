import { leaf, type Pen } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawRadish(pen: Pen) {
  for (const [direction, length] of [
    [-118, 70],
    [-62, 72],
    [-92, 84],
  ] as const) {
    pen.cut(leaf(0, -26, length, 18, direction), pen.leaf)
    const reach = (direction * Math.PI) / 180
    pen.gouges([[Math.cos(reach) * 34, -26 + Math.sin(reach) * 34, 56, direction, 3]], pen.leafDark, true)
  }
  pen.cut(
    [
      [-30, -30],
      [0, -38],
      [30, -30],
      [56, 6],
      [40, 60],
      [6, 104, 1],
      [-34, 62],
      [-56, 8],
    ],
    pen.main,
  )
  pen.flat(
    [
      [30, -20],
      [52, 8],
      [38, 56],
      [8, 94],
      [26, 40],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-30, 4, 46, 84, 6],
      [-14, 40, 26, 0, 3],
      [6, 22, 24, 8, 3],
      [-4, 64, 20, 0, 3],
    ],
    pen.light,
  )
}

export const radish: Art = {
  draw: drawRadish,
  colours: ['rose', 'chalk', 'jade', 'vermilion'],
  ways: tableWays,
  lean: 18,
}
