import { oval, type Pen, type Point } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawYam(pen: Pen) {
  for (const [x, y, turn] of [
    [-8, -40, -10],
    [6, 8, 4],
    [0, 56, -4],
  ] as const) {
    const t = (turn * Math.PI) / 180
    const put = (px: number, py: number, s?: 1): Point => [
      x + px * Math.cos(t) - py * Math.sin(t),
      y + px * Math.sin(t) + py * Math.cos(t),
      s,
    ]
    pen.cut(
      [
        put(-100, -12),
        put(-60, -22),
        put(40, -24),
        put(100, -16),
        put(106, 12),
        put(40, 24),
        put(-60, 22),
        put(-102, 12),
      ],
      pen.main,
    )
    const [ex, ey] = put(94, -2)
    pen.cut(oval(ex, ey, 11, 18, turn, 6), pen.chalk, 0.7)
    const spots = [
      [-70, -2],
      [-40, 8],
      [-12, -8],
      [16, 8],
      [44, -6],
      [66, 8],
      [-54, -12],
    ].map(([px = 0, py = 0]) => put(px, py))
    pen.dots(spots, 5, pen.dark)
  }
}

export const yam: Art = {
  draw: drawYam,
  colours: ['clay', 'straw', 'brown'],
  ways: ['one', 'pair', 'basket', 'three'],
  lean: 16,
}
