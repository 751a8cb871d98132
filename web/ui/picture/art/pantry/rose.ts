import { leaf, oval, type Pen } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawBlossom(pen: Pen, petals: number, layers: readonly [number, number][]) {
  for (const [radius, width] of layers) {
    for (let i = 0; i < petals; i++) {
      const direction = (i / petals) * 360 + radius
      pen.cut(leaf(0, -20, radius, width, direction), radius > 60 ? pen.main : pen.light, 0.8)
    }
  }
}

function drawRose(pen: Pen) {
  pen.limbs(
    [
      [
        [0, 10],
        [-4, 56],
        [4, 100],
      ],
    ],
    7,
    pen.leaf,
  )
  pen.cut(leaf(0, 74, 66, 22, -28), pen.leaf).cut(leaf(-2, 84, 64, 22, 206), pen.leaf)
  drawBlossom(pen, 5, [[88, 40]])
  pen.cut(oval(0, -22, 46, 44), pen.main)
  pen.lines(
    [
      [
        [-34, -26],
        [-20, 10],
        [26, 8],
        [34, -24],
      ],
      [
        [-22, -34],
        [-10, -4],
        [20, -8],
        [20, -36],
      ],
      [
        [-6, -40],
        [4, -22],
        [10, -40],
      ],
    ],
    pen.weight * 0.9,
    pen.ink,
  )
  pen.gouges(
    [
      [-26, -44, 30, -30, 5],
      [22, -48, 26, 30, 5],
      [0, 4, 36, 0, 5],
    ],
    pen.light,
  )
}

export const rose: Art = {
  draw: drawRose,
  colours: ['rose', 'vermilion', 'blush'],
  ways: ['one', 'pair', 'three', 'basket'],
}
