import type { Pen } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawTofu(pen: Pen) {
  const block = (x: number, y: number, colour: string) => {
    pen.cut(
      [
        [x - 62, y - 16, 1],
        [x - 6, y - 42, 1],
        [x + 62, y - 22, 1],
        [x + 62, y + 26, 1],
        [x + 6, y + 50, 1],
        [x - 62, y + 30, 1],
      ],
      colour,
    )
    pen.flat(
      [
        [x + 6, y + 2, 1],
        [x + 60, y - 20, 1],
        [x + 60, y + 24, 1],
        [x + 6, y + 48, 1],
      ],
      pen.dark,
    )
    pen.lines(
      [
        [
          [x - 60, y - 16],
          [x + 6, y + 4],
          [x + 60, y - 20],
        ],
        [
          [x + 6, y + 4],
          [x + 6, y + 46],
        ],
      ],
      pen.weight * 0.8,
      pen.ink,
    )
    pen.gouges(
      [
        [x - 2, y - 20, 44, 16, 4],
        [x - 40, y + 12, 30, 18, 4],
        [x - 18, y + 24, 26, 18, 4],
      ],
      pen.light,
    )
  }
  block(34, -34, pen.main)
  block(-30, 36, pen.main)
}

export const tofu: Art = { draw: drawTofu, colours: ['chalk', 'brown', 'straw', 'clay'], ways: tableWays }
