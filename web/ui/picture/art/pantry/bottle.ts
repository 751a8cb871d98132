import { inks } from '../../inks.ts'
import type { Pen } from '../../pen.ts'
import { type Art, standingWays } from '../art.ts'
import { labelled } from './shared.ts'

function drawBottle(pen: Pen) {
  const shape = Math.floor(pen.random() * 3)
  if (shape === 0)
    pen.cut(
      [
        [-14, -78],
        [14, -78],
        [16, -36],
        [50, -6],
        [50, 80],
        [40, 94],
        [-40, 94],
        [-50, 80],
        [-50, -6],
        [-16, -36],
      ],
      pen.main,
    )
  else if (shape === 1)
    pen.cut(
      [
        [-16, -76],
        [16, -76],
        [26, -54],
        [16, -38],
        [44, -22],
        [70, 30],
        [50, 94],
        [-50, 94],
        [-70, 30],
        [-44, -22],
        [-16, -38],
        [-26, -54],
      ],
      pen.main,
    )
  else
    pen.cut(
      [
        [-22, -76],
        [22, -76],
        [24, -58],
        [58, -48],
        [54, 10],
        [42, 94],
        [-42, 94],
        [-54, 10],
        [-58, -48],
        [-24, -58],
      ],
      pen.main,
    )
  pen.flat(
    [
      [26, -20],
      [44, 6],
      [44, 78],
      [34, 90],
      [10, 90],
      [28, 40],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-36, 30, 80, 90, 6],
      [-4, -56, 30, 90, 4],
    ],
    pen.light,
  )
  pen.cut(
    [
      [-20, -104, 1],
      [20, -104, 1],
      [22, -74, 1],
      [-22, -74, 1],
    ],
    inks.vermilion,
  )
  pen.lines(
    [
      [
        [-18, -74],
        [0, -70],
        [18, -74],
      ],
    ],
    5,
    inks.straw,
  )
  labelled(pen, 0, 34, 26, 32)
}

export const bottle: Art = {
  draw: drawBottle,
  colours: ['soot', 'brown', 'leaf', 'indigo', 'chalk', 'chestnut'],
  ways: standingWays,
  lean: 2,
}
