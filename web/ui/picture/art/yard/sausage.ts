import { inks } from '../../inks.ts'
import { type Pen, place } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawSausage(pen: Pen) {
  pen.lines(
    [
      [
        [-96, -96],
        [0, -104],
        [96, -96],
      ],
    ],
    6,
    inks.brown,
  )
  pen.stamp(
    () => {
      pen.lines(
        [
          [
            [0, -98],
            [2, -80],
          ],
        ],
        4,
        inks.straw,
      )
      pen.cut(
        [
          [-14, -76],
          [0, -84],
          [14, -76],
          [19, -30],
          [15, 4],
          [0, 12],
          [-15, 4],
          [-19, -30],
        ],
        pen.main,
      )
      pen.cut(
        [
          [-14, 16],
          [0, 10],
          [14, 16],
          [19, 50],
          [15, 86],
          [0, 94],
          [-15, 86],
          [-19, 50],
        ],
        pen.main,
      )
      pen.gouges(
        [
          [8, -34, 70, 92, 4],
          [8, 52, 60, 92, 4],
        ],
        pen.dark,
        true,
      )
      pen.dots(
        [
          [-5, -54],
          [-4, -20],
          [-6, 36],
          [-2, 66],
          [2, -40],
        ],
        6,
        pen.light,
      )
    },
    [-72, -24, 24, 72].map((x) => place(x, Math.abs(x) / 12, 1, pen.vary(-2, 2))),
  )
}

export const sausage: Art = { draw: drawSausage, colours: ['vermilion', 'plum', 'brown'], ways: ['one', 'pair'] }
