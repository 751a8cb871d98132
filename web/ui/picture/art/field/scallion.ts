import { inks } from '../../inks.ts'
import type { Pen, Point } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawScallion(pen: Pen) {
  const stalks: [number, number, number][] = [
    [-30, -58, -94],
    [30, 60, -90],
    [-12, -26, -104],
    [14, 24, -100],
    [0, 2, -96],
  ]
  for (const [x, tip, top] of stalks) {
    pen.cut(
      [
        [x * 0.6 - 7, 40],
        [x * 0.8 - 10, -10],
        [tip - 8, top + 40],
        [tip, top, 1],
        [tip + 12, top + 44],
        [x * 0.8 + 10, -6],
        [x * 0.6 + 7, 40],
      ],
      pen.main,
    )
    pen.gouges([[(x + tip) / 2, -30, 70, 90 + (x - tip) * 0.8, 3]], pen.light)
    pen.cut(
      [
        [x * 0.6 - 7, 34],
        [x * 0.6 - 12, 76],
        [x * 0.6, 88],
        [x * 0.6 + 12, 76],
        [x * 0.6 + 7, 34],
      ],
      pen.chalk,
    )
  }
  pen.lines(
    [-18, -8, 0, 8, 18].map((x): Point[] => [
      [x, 86],
      [x * 1.5, 100],
    ]),
    2.5,
    pen.ink,
  )
  pen.cut(
    [
      [-34, 16],
      [0, 22],
      [34, 16],
      [32, 32],
      [0, 38],
      [-32, 32],
    ],
    inks.straw,
  )
}

export const scallion: Art = {
  draw: drawScallion,
  colours: ['leaf', 'celadon', 'moss'],
  ways: ['one', 'pair', 'three', 'basket'],
  lean: 14,
}
