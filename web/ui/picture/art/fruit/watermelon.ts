import { inks } from '../../inks.ts'
import { oval, type Pen, type Point } from '../../pen.ts'
import type { Art } from '../art.ts'
import { shine } from './shared.ts'

function drawWatermelon(pen: Pen) {
  const sliced = pen.random() < 0.6
  pen.cut(oval(sliced ? -12 : 0, 6, 86, 82, 0, 10), pen.main)
  const stripes = (sliced ? [-70, -40, -10, 24] : [-62, -26, 10, 46]).map((x): Point[] => [
    [x * 0.35 - 4, -70],
    [x * 1.05, -36],
    [x * 0.96 + 6, 0],
    [x * 1.1, 40],
    [x * 0.4, 80],
  ])
  pen.lines(stripes, 11, pen.dark)
  pen.limbs(
    [
      [
        [-4, -74],
        [2, -94],
        [20, -92],
      ],
    ],
    6,
    inks.moss,
  )
  if (!sliced) return shine(pen, -66, 0, 44)
  pen.cut(
    [
      [8, 84, 1],
      [50, 104],
      [100, 60, 1],
      [70, -10],
      [52, -40, 1],
      [30, 20],
    ],
    inks.chalk,
  )
  pen.flat(
    [
      [18, 80, 1],
      [50, 92],
      [90, 56, 1],
      [68, -2],
      [54, -24, 1],
      [36, 20],
    ],
    inks.vermilion,
  )
  pen.gouges(
    [
      [52, 28, 10, 80, 5],
      [44, 56, 10, 100, 5],
      [68, 52, 10, 60, 5],
      [60, 8, 10, 90, 5],
    ],
    pen.ink,
    true,
  )
}

export const watermelon: Art = {
  draw: drawWatermelon,
  colours: ['leaf', 'celadon', 'moss'],
  ways: ['one', 'pair', 'three', 'heap', 'basket'],
}
