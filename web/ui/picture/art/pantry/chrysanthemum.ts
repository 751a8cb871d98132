import { inks } from '../../inks.ts'
import { leaf, oval, type Pen } from '../../pen.ts'
import { type Art, standingWays } from '../art.ts'

function drawChrysanthemum(pen: Pen) {
  pen.limbs(
    [
      [
        [0, 0],
        [-6, 50],
        [4, 100],
      ],
    ],
    7,
    pen.leaf,
  )
  pen.cut(
    [
      [0, 70, 1],
      [20, 44],
      [52, 50, 1],
      [46, 66],
      [70, 82, 1],
      [30, 88],
    ],
    pen.leaf,
  )
  pen.cut(
    [
      [-2, 82, 1],
      [-24, 60],
      [-54, 66, 1],
      [-48, 80],
      [-66, 98, 1],
      [-26, 98],
    ],
    pen.leaf,
  )
  const petal = (length: number, width: number, colour: string, count: number, twist: number) =>
    pen.stamp(
      () => pen.cut(leaf(8, -22, length, width, 0), colour),
      Array.from(
        { length: count },
        (_, i) => `rotate(${Math.round((i / count) * 360 + twist + pen.vary(-4, 4))} 0 -22)`,
      ),
    )
  petal(74, 11, pen.main, 14, 0)
  petal(50, 11, pen.light, 10, 12)
  pen.cut(oval(0, -22, 15, 14, 0, 7), inks.ochre)
}

export const chrysanthemum: Art = {
  draw: drawChrysanthemum,
  colours: ['lemon', 'chalk', 'ochre', 'rose'],
  ways: standingWays,
}
