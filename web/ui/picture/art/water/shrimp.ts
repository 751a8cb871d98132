import { type Gouge, leaf, type Pen, type Point } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawShrimp(pen: Pen) {
  const turn = (t: number) => -2.5 + t * 4.1
  const width = (t: number) => 30 * (1 - t * 0.62)
  const along = (t: number, side: number): Point => {
    const radius = 58 + side * width(t)
    return [Math.cos(turn(t)) * radius * 1.12 + 6, Math.sin(turn(t)) * radius + 12]
  }
  const steps = [0, 0.17, 0.34, 0.5, 0.66, 0.82, 1]
  const tail = along(1, 0)
  pen
    .cut(leaf(tail[0] + 8, tail[1] - 2, 54, 12, 150), pen.main)
    .cut(leaf(tail[0] + 4, tail[1] + 2, 56, 12, 190), pen.main)
  pen.lines(
    [
      [
        [-46, -34],
        [-100, -70],
        [-104, 20],
      ],
      [
        [-46, -38],
        [-60, -104],
        [40, -100],
      ],
    ],
    3.5,
    pen.ink,
  )
  pen.lines(
    [
      [
        [-38, 0],
        [-24, 26],
        [-34, 42],
      ],
      [
        [-16, -6],
        [-8, 20],
        [-20, 34],
      ],
      [
        [10, -16],
        [10, 12],
        [0, 22],
      ],
      [
        [28, -6],
        [20, 16],
        [8, 20],
      ],
    ],
    5,
    pen.dark,
  )
  pen.cut(
    [[-78, -40, 1], ...steps.map((t) => along(t, 1)), ...steps.toReversed().map((t) => along(t, -1)), [-64, -4]],
    pen.main,
  )
  pen.lines(
    [0.2, 0.34, 0.48, 0.62, 0.76, 0.89].map((t) => [along(t, 0.95), along(t + 0.03, 0), along(t, -0.9)]),
    pen.weight * 0.8,
    pen.ink,
  )
  pen.gouges(
    [0.27, 0.41, 0.55, 0.69].map(
      (t): Gouge => [...(along(t, 0.45) as [number, number]), 17, (turn(t) * 180) / Math.PI + 90, 4],
    ),
    pen.light,
  )
  pen.dots([[-50, -28]], 10, pen.ink)
}

export const shrimp: Art = {
  draw: drawShrimp,
  colours: ['blush', 'persimmon', 'celadon', 'sky'],
  ways: ['one', 'pair', 'three', 'plate', 'heap', 'basket'],
  lean: 20,
}
