import { oval, type Pen, type Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawBean(pen: Pen) {
  for (const [x, y, turn] of [
    [-8, -26, -18],
    [6, 34, 10],
  ] as const) {
    const pod: Point[] = [
      [-98, -14, 1],
      [-60, -26],
      [-20, 6],
      [30, -2],
      [66, -22],
      [98, -6, 1],
      [66, 26],
      [30, 36],
      [-20, 40],
      [-66, 22],
    ]
    const cos = Math.cos((turn * Math.PI) / 180)
    const sin = Math.sin((turn * Math.PI) / 180)
    const put = ([px, py, sharp]: Point): Point => [x + px * cos - py * sin, y + px * sin + py * cos, sharp]
    pen.cut(pod.map(put), pen.main)
    for (const [bx, by] of [
      [-52, 0],
      [-16, 18],
      [24, 16],
      [58, 2],
    ] as const) {
      const [px, py] = put([bx, by])
      pen.cut(oval(px, py, 16, 13, turn, 6), y < 0 ? pen.main : pen.light, 0.6)
      pen.gouges([[px - 3, py - 3, 14, turn, 3]], pen.light)
    }
  }
}

export const bean: Art = {
  draw: drawBean,
  colours: ['celadon', 'jade', 'vermilion', 'moss'],
  ways: tableWays,
  lean: 20,
}
