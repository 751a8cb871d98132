import { inks } from '../../inks.ts'
import { type Gouge, oval, type Pen } from '../../pen.ts'
import { type Art, tableWays } from '../art.ts'

function drawLotusRoot(pen: Pen) {
  pen.cut(
    [
      [-98, -6],
      [-76, -36],
      [-30, -38],
      [-8, -16],
      [-6, 16],
      [-30, 34],
      [-80, 30],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-6, -12],
      [20, -34],
      [56, -26],
      [66, 6],
      [50, 34],
      [12, 34],
      [-8, 16],
    ],
    pen.main,
  )
  pen.gouges(
    [
      [-60, 16, 60, 4, 6],
      [-50, 4, 40, 0, 4],
      [24, 18, 50, 8, 6],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-56, -22, 50, -4, 5],
      [22, -18, 34, 0, 4],
    ],
    pen.chalk,
  )
  pen.lines(
    [
      [
        [-8, -16],
        [-14, 0],
        [-8, 16],
      ],
      [
        [-12, -22],
        [-20, -34],
        [-16, -46],
      ],
    ],
    pen.weight,
    pen.ink,
  )
  pen.cut(oval(58, 34, 44, 46), pen.light)
  const holes: Gouge[] = [0, 60, 120, 180, 240, 300].map((turn) => {
    const reach = (turn * Math.PI) / 180
    return [58 + Math.cos(reach) * 24, 34 + Math.sin(reach) * 26, 22, turn, 10]
  })
  pen.gouges(holes, inks.chestnut, true).dots([[58, 34]], 10, inks.chestnut)
}

export const lotusRoot: Art = { draw: drawLotusRoot, colours: ['blush', 'clay', 'straw'], ways: tableWays, lean: 18 }
