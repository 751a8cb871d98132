import { leaf, type Pen } from '../../pen.ts'

export function shine(pen: Pen, x = -48, y = 0, reach = 50) {
  pen.gouges(
    [
      [x, y, reach, 84, 6],
      [x + 17, y - 4, reach * 0.6, 84, 4],
    ],
    pen.light,
  )
}

export function leafed(pen: Pen, x: number, y: number, length: number, width: number, direction: number) {
  pen.cut(leaf(x, y, length, width, direction), pen.leaf)
  const reach = (direction * Math.PI) / 180
  const [cx, cy] = [x + Math.cos(reach) * length * 0.5, y + Math.sin(reach) * length * 0.5]
  pen.gouges([[cx, cy, length * 0.7, direction, 2]], pen.leafDark, true)
}
