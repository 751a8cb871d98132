import type { Gouge, Pen, Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawPeanut(pen: Pen) {
  const shell = (x: number, y: number, turn: number) => {
    const cos = Math.cos((turn * Math.PI) / 180)
    const sin = Math.sin((turn * Math.PI) / 180)
    const put = ([px, py]: Point): Point => [x + px * cos - py * sin, y + px * sin + py * cos]
    pen.cut(
      (
        [
          [-70, -20],
          [-30, -38],
          [0, -14],
          [34, -36],
          [72, -14],
          [70, 20],
          [34, 34],
          [0, 16],
          [-32, 36],
          [-70, 18],
        ] as Point[]
      ).map(put),
      pen.main,
    )
    const marks: Gouge[] = (
      [
        [-50, -10],
        [-30, 12],
        [-24, -16],
        [24, -14],
        [44, 8],
        [50, -12],
        [24, 14],
        [0, 0],
      ] as Point[]
    ).map((p, i) => [...(put(p) as [number, number]), 18, turn + (i % 2 ? 70 : 10), 4])
    pen.gouges(marks, pen.dark)
  }
  shell(-14, -34, -24)
  shell(14, 36, 12)
}

export const peanut: Art = { draw: drawPeanut, colours: ['clay', 'ochre', 'straw'], ways: tableWays, lean: 20 }
