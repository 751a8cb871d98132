import { inks } from '../../inks.ts'
import { oval, type Pen, type Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawPastry(pen: Pen) {
  pen.cut(
    [
      [-88, 0, 1],
      [88, 0, 1],
      [84, 60],
      [40, 90],
      [-40, 90],
      [-84, 60],
    ],
    pen.dark,
  )
  const edge = Array.from({ length: 12 }, (_, i): Point[] => {
    const at = (turn: number, reach: number): Point => [Math.cos(turn) * 94 * reach, Math.sin(turn) * 60 * reach - 4]
    return [at((i / 12) * Math.PI * 2, 1.08), at(((i + 0.5) / 12) * Math.PI * 2, 0.96)]
  }).flat()
  pen.cut(edge, pen.main)
  pen.gouges(
    [
      [-66, 56, 24, 84, 4],
      [-30, 70, 24, 88, 4],
      [6, 72, 24, 90, 4],
      [42, 66, 24, 94, 4],
    ],
    pen.light,
  )
  pen.cut(oval(0, -4, 54, 34), pen.light, 0.7)
  if (pen.random() < 0.5)
    pen.gouges(
      [0, 36, 72, 108, 144].map((turn) => [0, -4, 76, turn, 6] as const),
      inks.vermilion,
      true,
    )
  else
    pen.dots(
      [
        [0, -4],
        [-24, -10],
        [24, -8],
        [-10, 12],
        [14, 12],
        [2, -22],
      ],
      10,
      inks.vermilion,
    )
}

export const pastry: Art = { draw: drawPastry, colours: ['ochre', 'straw', 'blush', 'clay'], ways: tableWays }
