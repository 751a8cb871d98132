import { leaf, type Pen, type Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawLilyBulb(pen: Pen) {
  const petals: [number, number, number, number][] = [
    [-46, 70, 110, -124],
    [46, 70, 110, -56],
    [-26, 78, 124, -106],
    [26, 78, 124, -74],
    [0, 86, 130, -90],
  ]
  for (const [x, y, length, direction] of petals) {
    pen.cut(leaf(x, y, length, 34, direction), pen.main)
    pen.gouges([[x * 1.5, y - 44, 60, direction, 4]], pen.dark, true)
  }
  pen.cut(
    [
      [-60, 78],
      [-20, 40],
      [20, 40],
      [60, 78],
      [20, 94],
      [-20, 94],
    ],
    pen.light,
  )
  pen.gouges(
    [
      [-14, 66, 34, 110, 4],
      [14, 66, 34, 70, 4],
    ],
    pen.dark,
  )
  pen.lines(
    [-22, -8, 8, 22].map((x): Point[] => [
      [x, 90],
      [x * 1.4, 104],
    ]),
    3,
    pen.ink,
  )
}

export const lilyBulb: Art = { draw: drawLilyBulb, colours: ['chalk', 'straw', 'blush'], ways: tableWays, lean: 12 }
