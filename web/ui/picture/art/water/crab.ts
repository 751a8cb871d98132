import { inks } from '../../inks.ts'
import { type Gouge, mirrored, type Pen, type Point } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'
import { both } from './shared.ts'

function drawCrab(pen: Pen) {
  const legs: Point[][] = [
    [
      [48, 2],
      [104, -26],
      [92, 26],
    ],
    [
      [50, 22],
      [112, 14],
      [90, 58],
    ],
    [
      [44, 40],
      [100, 52],
      [72, 86],
    ],
    [
      [32, 50],
      [66, 88],
      [40, 96],
    ],
  ]
  pen.limbs(both(legs), 10, pen.main)
  const arm: Point[] = [
    [46, -14],
    [96, -40],
    [66, -70],
  ]
  pen.limbs(both([arm]), 15, pen.main)
  const claw: Point[] = [
    [44, -46],
    [82, -50],
    [98, -84],
    [66, -112, 1],
    [68, -88],
    [56, -82, 1],
    [48, -92],
    [42, -108, 1],
    [24, -80],
  ]
  pen.cut(claw, pen.main).cut(mirrored(claw), pen.main)
  // The fur on its claws is how a buyer knows the mitten crab.
  const fur: Gouge[] = [
    [50, -56, 20, 60, 5],
    [62, -56, 22, 80, 5],
    [74, -60, 20, 105, 5],
  ]
  pen.gouges([...fur, ...fur.map(([x, y, l, d, w]): Gouge => [-x, y, l, 180 - d, w])], inks.chestnut, true)
  pen.lines(
    both([
      [
        [16, -36],
        [20, -58],
      ],
    ]),
    5,
    pen.ink,
  )
  pen.dots(
    [
      [20, -60],
      [-20, -60],
    ],
    13,
    pen.ink,
  )
  pen.cut(
    [
      [0, -46],
      [40, -48, 1],
      [66, -26],
      [74, 10],
      [48, 62],
      [0, 70],
      [-48, 62],
      [-74, 10],
      [-66, -26],
      [-40, -48, 1],
    ],
    pen.main,
  )
  pen.flat(
    [
      [-50, 36],
      [-30, 54],
      [0, 62],
      [30, 54],
      [50, 36],
      [0, 44],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-18, -14, 40, 60, 5],
      [18, -14, 40, 120, 5],
      [0, 14, 44, 0, 5],
    ],
    pen.dark,
    true,
  )
  pen.gouges(
    [
      [-44, -20, 26, 130, 5],
      [44, -20, 26, 50, 5],
      [0, -34, 40, 0, 4],
      [-50, 8, 22, 100, 4],
    ],
    pen.light,
  )
}

export const crab: Art = {
  draw: drawCrab,
  colours: ['persimmon', 'vermilion', 'moss', 'celadon'],
  ways: tableWays,
  lean: 14,
}
