import { inks } from '../../inks.ts'
import { oval, type Pen } from '../../pen.ts'
import { type Art, fruitWays } from '../art.ts'

function drawJujube(pen: Pen) {
  for (const [x, y, turn] of [
    [-44, 6, -14],
    [42, 20, 12],
  ] as const) {
    pen.cut(oval(x, y, 42, 66, turn), pen.main)
    pen.gouges(
      [
        [x + 20, y + 8, 60, 84 + turn, 7],
        [x + 4, y + 26, 36, 70 + turn, 4],
      ],
      pen.dark,
    )
    pen.gouges([[x - 16, y - 8, 44, 90 + turn, 6]], pen.light, true)
    pen.limbs(
      [
        [
          [x + turn, y - 64],
          [x + turn * 1.6, y - 84],
        ],
      ],
      4,
      inks.brown,
    )
  }
}

export const jujube: Art = { draw: drawJujube, colours: ['vermilion', 'chestnut', 'jade'], ways: fruitWays }
