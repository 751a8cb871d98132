import { inks } from '../../inks.ts'
import type { Pen, Point } from '../../pen.ts'
import type { Art } from '../art.ts'

function drawSeaweed(pen: Pen) {
  const blade = (x: number, lean: number, top: number): Point[] => [
    [x - 12, 90, 1],
    [x - 24 + lean * 0.3, 50],
    [x - 4 + lean * 0.4, 10],
    [x - 26 + lean * 0.8, -30],
    [x + lean, top, 1],
    [x + 18 + lean * 0.8, -26],
    [x + 16 + lean * 0.4, 14],
    [x + 20 + lean * 0.3, 54],
    [x + 12, 90, 1],
  ]
  for (const [x, lean, top, dark] of [
    [-30, -50, -50, 1],
    [34, 48, -60, 1],
    [-8, -24, -98, 0],
    [16, 20, -92, 0],
    [2, 4, -60, 1],
  ] as const) {
    pen.cut(blade(x, lean, top), dark ? pen.dark : pen.main)
    pen.gouges([[x + lean * 0.35, 20, 90, 90 + lean * 0.3, 4]], dark ? pen.main : pen.light)
  }
  pen.cut(
    [
      [-44, 84],
      [0, 70],
      [44, 84],
      [36, 96],
      [-36, 96],
    ],
    inks.clay,
  )
}

export const seaweed: Art = {
  draw: drawSeaweed,
  colours: ['leaf', 'plum', 'moss', 'indigo'],
  ways: ['one', 'pair', 'three', 'basket'],
}
