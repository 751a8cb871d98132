import { inks } from '../../inks.ts'
import type { Pen, Point } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawBrush(pen: Pen) {
  for (const [x, turn] of [
    [-34, -12],
    [6, 4],
    [42, 14],
  ] as const) {
    const t = (turn * Math.PI) / 180
    const put = (px: number, py: number, s?: 1): Point => [
      x + px * Math.cos(t) - py * Math.sin(t),
      py * Math.cos(t) + px * Math.sin(t),
      s,
    ]
    pen.cut([put(-9, -96, 1), put(9, -96, 1), put(9, 30, 1), put(-9, 30, 1)], pen.main)
    pen.gouges([[x - 2 + 34 * Math.sin(t), -34 * Math.cos(t), 90, 90 + turn, 4]], pen.light, true)
    pen.cut([put(-12, 28, 1), put(12, 28, 1), put(15, 58), put(0, 98, 1), put(-15, 58)], inks.chalk)
    pen.flat([put(-10, 62), put(10, 62), put(0, 94, 1)], pen.ink)
  }
}

export const brush: Art = { draw: drawBrush, colours: ['brown', 'ochre', 'chestnut'], ways: ['one', 'pair'] }
