import { inks } from '../../inks.ts'
import type { Pen } from '../../pen.ts'
import { type Art, fruitWays } from '../art.ts'
import { leafed } from './shared.ts'

function drawCherry(pen: Pen) {
  pen.limbs(
    [
      [
        [-40, 20],
        [-28, -50],
        [18, -92],
      ],
      [
        [46, 34],
        [50, -40],
        [18, -92],
      ],
    ],
    4,
    inks.moss,
  )
  leafed(pen, 18, -90, 78, 24, 14)
  for (const [x, y] of [
    [-40, 42],
    [46, 50],
  ] as const) {
    pen.cut(
      [
        [x, y - 34],
        [x + 34, y - 46],
        [x + 50, y],
        [x + 22, y + 48],
        [x - 22, y + 48],
        [x - 50, y],
        [x - 34, y - 46],
      ],
      pen.main,
    )
    pen.gouges([[x + 24, y + 10, 40, 100, 7]], pen.dark, true)
    pen.gouges([[x - 20, y - 4, 26, 100, 6]], pen.light, true)
  }
}

export const cherry: Art = { draw: drawCherry, colours: ['vermilion', 'plum', 'rose'], ways: fruitWays }
