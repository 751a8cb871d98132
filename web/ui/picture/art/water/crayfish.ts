import { leaf, mirrored, type Pen, type Point } from '../../pen.ts'
import type { Art } from '../art.ts'
import { both } from './shared.ts'

function drawCrayfish(pen: Pen) {
  pen.limbs(
    both([
      [
        [26, -8],
        [66, -2],
        [70, 22],
      ],
      [
        [24, 10],
        [60, 28],
        [52, 54],
      ],
    ]),
    6,
    pen.main,
  )
  pen.limbs(
    both([
      [
        [22, -30],
        [62, -30],
        [52, -62],
      ],
    ]),
    12,
    pen.main,
  )
  const claw: Point[] = [
    [42, -56],
    [72, -52],
    [88, -86],
    [66, -112, 1],
    [64, -88],
    [52, -84, 1],
    [46, -110, 1],
    [28, -82],
  ]
  pen.cut(claw, pen.main).cut(mirrored(claw), pen.main)
  pen.lines(
    both([
      [
        [8, -50],
        [20, -90],
        [2, -112],
      ],
    ]),
    3.5,
    pen.ink,
  )
  for (const x of [-32, 32, 0]) pen.cut(leaf(x * 0.3, 66, 40, 18, 90 - x * 1.5), pen.main)
  pen.cut(
    [
      [-22, 8, 1],
      [22, 8, 1],
      [26, 40],
      [14, 76, 1],
      [-14, 76, 1],
      [-26, 40],
    ],
    pen.main,
  )
  pen.lines(
    [22, 38, 54, 68].map((y): Point[] => [
      [-22 + y / 9, y],
      [0, y + 9],
      [22 - y / 9, y],
    ]),
    pen.weight * 0.8,
    pen.ink,
  )
  pen.cut(
    [
      [0, -78, 1],
      [20, -48],
      [36, -20],
      [28, 18],
      [0, 24],
      [-28, 18],
      [-36, -20],
      [-20, -48],
    ],
    pen.main,
  )
  pen.gouges(
    [
      [0, 0, 40, 90, 4],
      [-16, -20, 40, 105, 5],
      [16, -20, 40, 75, 5],
    ],
    pen.dark,
    true,
  )
  pen.gouges(
    [
      [56, -76, 26, 60, 4],
      [-56, -76, 26, 120, 4],
      [-8, -38, 22, 100, 3],
    ],
    pen.light,
  )
  pen.dots(
    [
      [14, -50],
      [-14, -50],
    ],
    8,
    pen.ink,
  )
}

export const crayfish: Art = {
  draw: drawCrayfish,
  colours: ['vermilion', 'persimmon'],
  ways: ['one', 'pair', 'three', 'plate', 'basket'],
  lean: 30,
}
