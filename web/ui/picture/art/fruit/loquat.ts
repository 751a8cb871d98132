import { inks } from '../../inks.ts'
import { oval, type Pen } from '../../pen.ts'
import { type Art, fruitWays } from '../art.ts'
import { leafed } from './shared.ts'

function drawLoquat(pen: Pen) {
  pen.limbs(
    [
      [
        [-44, 10],
        [-20, -50],
        [0, -96],
      ],
      [
        [46, 20],
        [24, -40],
        [0, -96],
      ],
    ],
    7,
    inks.brown,
  )
  leafed(pen, 0, -84, 96, 24, 16)
  leafed(pen, 0, -84, 92, 24, 166)
  for (const [x, y] of [
    [46, 34],
    [-46, 28],
    [2, 48],
  ] as const) {
    pen.cut(oval(x, y, 42, 50), pen.main)
    pen.gouges([[x + 22, y + 6, 52, 96, 7]], pen.dark, true)
    pen.gouges([[x - 20, y, 34, 94, 6]], pen.light)
    pen.gouges(
      [
        [x, y + 36, 16, 20, 4],
        [x, y + 36, 16, 130, 4],
      ],
      inks.chestnut,
      true,
    )
  }
}

export const loquat: Art = { draw: drawLoquat, colours: ['ochre', 'lemon', 'persimmon'], ways: fruitWays }
