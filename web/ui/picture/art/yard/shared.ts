import type { Pen, Point } from '../../pen.ts'

export function feet(pen: Pen, xs: readonly number[], top: number, colour: string) {
  pen.lines(
    xs.flatMap((x): Point[][] => [
      [
        [x, top],
        [x + 2, 92],
      ],
      [
        [x - 12, 95],
        [x + 2, 90],
        [x + 14, 95],
      ],
    ]),
    6,
    colour,
  )
}
