import type { Pen } from '../../pen.ts'
import { type Art, standingWays } from '../art.ts'

function drawBasketCraft(pen: Pen) {
  pen.lines(
    [
      [
        [-62, -14],
        [-70, -104],
        [0, -104],
        [70, -104],
        [62, -14],
      ],
    ],
    12 + pen.weight * 1.7,
    pen.ink,
  )
  pen.lines(
    [
      [
        [-62, -14],
        [-70, -104],
        [0, -104],
        [70, -104],
        [62, -14],
      ],
    ],
    12,
    pen.main,
  )
  pen.cut(
    [
      [-90, -12, 1],
      [90, -12, 1],
      [78, 60],
      [60, 94],
      [-60, 94],
      [-78, 60],
    ],
    pen.main,
  )
  const rows = [8, 30, 52, 74].flatMap((y, r) =>
    [-60, -36, -12, 12, 36, 60].map(
      (x) => [x * (1 - r * 0.06) + (r % 2) * 12 - 6, y, 22, r % 2 ? 24 : -24, 5] as const,
    ),
  )
  pen.gouges(rows, pen.dark, true)
  pen.cut(
    [
      [-98, -22],
      [0, -32],
      [98, -22],
      [98, -2],
      [0, 6],
      [-98, -2],
    ],
    pen.light,
  )
  pen.gouges(
    [-70, -42, -14, 14, 42, 70].map((x) => [x, -12, 20, 60, 4] as const),
    pen.dark,
  )
}

export const basket: Art = { draw: drawBasketCraft, colours: ['ochre', 'clay', 'straw'], ways: standingWays, lean: 2 }
