import { inks } from '../../inks.ts'
import { oval, type Pen } from '../../pen.ts'
import type { Art } from '../art.ts'

const place = (x: number, y: number, s: number) => `translate(${Math.round(x)} ${Math.round(y)})scale(${s.toFixed(2)})`

function drawGrape(pen: Pen) {
  pen.limbs(
    [
      [
        [0, -50],
        [4, -80],
        [-12, -100],
      ],
    ],
    7,
    inks.brown,
  )
  pen.cut(
    [
      [4, -58, 1],
      [30, -94],
      [58, -84, 1],
      [94, -86],
      [84, -56, 1],
      [98, -34],
      [60, -30, 1],
      [36, -24],
    ],
    pen.leaf,
  )
  pen.gouges(
    [
      [50, -58, 70, -12, 3],
      [56, -70, 36, -50, 3],
    ],
    pen.leafDark,
  )
  const rows = [[-66, -24, 20, 62], [-46, -2, 42], [-66, -22, 24, 64], [-44, 0, 44], [-22, 22], [0]]
  const spots = rows.flatMap((row, r) =>
    row.map((x) => place(x + pen.vary(-3, 3), -38 + r * 25 + pen.vary(-2, 2), pen.vary(0.94, 1.06))),
  )
  pen.stamp(() => {
    pen.cut(oval(0, 0, 24, 24, 0, 7), pen.main)
    pen.gouges([[9, 4, 28, 96, 7]], pen.dark, true)
    pen.gouges([[-8, -5, 18, 110, 5]], pen.light, true)
  }, spots)
}

export const grape: Art = {
  draw: drawGrape,
  colours: ['violet', 'plum', 'jade', 'indigo'],
  ways: ['one', 'pair', 'plate', 'basket', 'branch', 'three'],
}
