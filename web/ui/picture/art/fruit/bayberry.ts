import { inks } from '../../inks.ts'
import type { Pen, Point } from '../../pen.ts'
import { type Art, fruitWays } from '../art.ts'
import { leafed } from './shared.ts'

function drawBayberry(pen: Pen) {
  leafed(pen, 0, -58, 84, 20, -12)
  leafed(pen, 0, -58, 80, 20, 190)
  const edge = Array.from({ length: 15 }, (_, i): Point => {
    const angle = (i / 15) * Math.PI * 2
    return [Math.cos(angle) * 92, 16 + Math.sin(angle) * 86]
  })
  pen.cut(
    edge.flatMap(([x, y]): Point[] => [
      [x * 0.9, y * 0.9 + 2],
      [x, y],
    ]),
    pen.main,
  )
  const bumps = [-54, -18, 18, 54].flatMap((x, i) =>
    [-42, -8, 26, 60].map((y): Point => [x + (i % 2) * 4 + (((y + 42) / 34) % 2) * 16 - 8, y]),
  )
  pen.dots(bumps, 19, pen.dark)
  pen.dots(
    bumps.map(([x, y]): Point => [x - 3, y - 4]),
    9,
    pen.light,
  )
  pen.limbs(
    [
      [
        [0, -62],
        [4, -84],
      ],
    ],
    6,
    inks.brown,
  )
}

export const bayberry: Art = { draw: drawBayberry, colours: ['plum', 'vermilion'], ways: fruitWays }
