import { inks } from '../../inks.ts'
import type { Pen } from '../../pen.ts'
import { type Art, standingWays } from '../art.ts'
import { labelled } from './shared.ts'

function drawJar(pen: Pen) {
  pen.cut(
    [
      [-34, -58],
      [34, -58],
      [92, -20],
      [86, 50],
      [46, 94],
      [-46, 94],
      [-86, 50],
      [-92, -20],
    ],
    pen.main,
  )
  pen.flat(
    [
      [50, -44],
      [86, -14],
      [80, 48],
      [44, 88],
      [6, 88],
      [58, 44],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-64, 8, 60, 84, 7],
      [-46, 2, 40, 84, 4],
      [-8, -40, 50, 6, 4],
    ],
    pen.light,
  )
  pen.cut(
    [
      [-44, -62, 1],
      [-40, -92],
      [0, -104],
      [40, -92],
      [44, -62, 1],
      [0, -54],
    ],
    inks.vermilion,
  )
  pen.lines(
    [
      [
        [-42, -66],
        [0, -58],
        [42, -66],
      ],
    ],
    7,
    inks.straw,
  )
  labelled(pen, -4, 26, 28, 32)
}

export const jar: Art = {
  draw: drawJar,
  colours: ['brown', 'soot', 'indigo', 'chestnut', 'celadon'],
  ways: standingWays,
  lean: 2,
}
