import { inks } from '../../inks.ts'
import type { Pen } from '../../pen.ts'

/** A paper label with a small drawn sign, so no two shelves read alike. */
export function labelled(pen: Pen, x: number, y: number, width: number, height: number) {
  const colour = pen.random() < 0.5 ? inks.vermilion : inks.chalk
  const mark = colour === inks.chalk ? inks.vermilion : inks.chalk
  pen.cut(
    [
      [x - width, y - height, 1],
      [x + width, y - height, 1],
      [x + width, y + height, 1],
      [x - width, y + height, 1],
    ],
    colour,
    0.7,
  )
  const sign = Math.floor(pen.random() * 4)
  const s = Math.min(width, height) * 0.55
  if (sign === 0)
    pen.lines(
      [
        [
          [x - s, y],
          [x + s, y],
        ],
        [
          [x, y - s],
          [x, y + s],
        ],
        [
          [x - s, y - s],
          [x + s, y - s],
        ],
        [
          [x - s, y + s],
          [x + s, y + s],
        ],
      ],
      4,
      mark,
    )
  else if (sign === 1)
    pen.lines(
      [
        [
          [x - s, y + s],
          [x - s, y - s],
        ],
        [
          [x, y + s],
          [x, y - s],
        ],
        [
          [x + s, y + s],
          [x + s, y - s],
        ],
        [
          [x - s, y + s],
          [x + s, y + s],
        ],
      ],
      4,
      mark,
    )
  else if (sign === 2)
    pen.gouges(
      [
        [x, y, s * 2, 90, 4],
        [x, y, s * 2, 0, 4],
        [x, y, s * 1.8, 45, 4],
        [x, y, s * 1.8, 135, 4],
      ],
      mark,
      true,
    )
  else
    pen.dots(
      [
        [x, y - s * 0.6],
        [x - s * 0.7, y + s * 0.5],
        [x + s * 0.7, y + s * 0.5],
      ],
      s * 0.8,
      mark,
    )
}
