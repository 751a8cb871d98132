import { inks } from '../../inks.ts'
import type { Pen } from '../../pen.ts'
import { type Art, standingWays } from '../art.ts'
import { feet } from './shared.ts'

function drawGoose(pen: Pen) {
  feet(pen, [6, 34], 66, inks.persimmon)
  pen.cut(
    [
      [-66, -92, 1],
      [-96, -80],
      [-66, -74, 1],
    ],
    inks.persimmon,
  )
  pen.cut(
    [
      [-70, -100],
      [-42, -104],
      [-30, -76],
      [-38, -30],
      [-6, -8],
      [60, -6],
      [106, -26, 1],
      [92, 36],
      [50, 74],
      [-14, 72],
      [-54, 40],
      [-62, -10],
      [-54, -60],
      [-68, -76],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-60, -104],
      [-68, -112],
      [-76, -100],
      [-68, -92],
    ],
    inks.ochre,
    0.8,
  )
  pen.cut(
    [
      [-2, 16],
      [34, 2],
      [88, 4, 1],
      [60, 42],
      [16, 48],
    ],
    pen.light,
  )
  pen.gouges(
    [
      [20, 24, 40, 4, 4],
      [44, 16, 40, 0, 4],
      [46, 32, 34, -8, 4],
      [-34, 30, 26, 60, 4],
      [-20, 54, 26, 30, 4],
      [-48, -40, 30, 84, 3],
    ],
    inks.stone,
    true,
  )
  pen.dots([[-54, -88]], 7, pen.ink)
}

export const goose: Art = { draw: drawGoose, colours: ['chalk', 'stone'], ways: standingWays, outdoors: true, lean: 3 }
