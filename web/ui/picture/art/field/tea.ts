import { leaf, type Pen } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawTea(pen: Pen) {
  pen.limbs(
    [
      [
        [-6, 96],
        [-14, 30],
        [6, -30],
      ],
    ],
    7,
    pen.leafDark,
  )
  const leaves: [number, number, number, number, number][] = [
    [-10, 62, 88, 24, -24],
    [-12, 40, 92, 24, 206],
    [-6, 6, 84, 22, -40],
    [-2, -6, 84, 20, 232],
    [4, -24, 74, 15, -84],
  ]
  for (const [x, y, length, width, direction] of leaves) {
    pen.cut(leaf(x, y, length, width, direction), direction < -50 ? pen.light : pen.main)
    const reach = (direction * Math.PI) / 180
    const [dx, dy] = [Math.cos(reach) * length, Math.sin(reach) * length]
    pen.gouges(
      [
        [x + dx * 0.5, y + dy * 0.5, length * 0.8, direction, 2],
        [x + dx * 0.45, y + dy * 0.45 + 8, 24, direction + 38, 2],
        [x + dx * 0.5, y + dy * 0.5 - 8, 24, direction - 38, 2],
      ],
      pen.dark,
    )
  }
}

export const tea: Art = {
  draw: drawTea,
  colours: ['leaf', 'moss', 'celadon'],
  ways: ['one', 'pair', 'three', 'plate', 'basket'],
  lean: 16,
}
