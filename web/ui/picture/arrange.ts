import type { Art, Way } from './art/art.ts'
import { type Ground, inks } from './inks.ts'
import { oval, type Pen, place } from './pen.ts'
import { growTwig, layDish, weaveBasket } from './stage.ts'

/** Where a thing stands: x, y of its middle, its size. */
type Spot = readonly [number, number, number]

const spots: Record<Way, readonly Spot[]> = {
  one: [[200, 208, 1.42]],
  pair: [
    [268, 186, 1.02],
    [134, 226, 1.1],
  ],
  three: [
    [196, 206, 0.86],
    [104, 262, 0.84],
    [296, 266, 0.86],
  ],
  heap: [
    [200, 146, 0.64],
    [142, 210, 0.66],
    [256, 206, 0.66],
    [88, 274, 0.68],
    [200, 284, 0.7],
    [312, 274, 0.68],
  ],
  plate: [
    [200, 170, 0.74],
    [122, 228, 0.74],
    [276, 230, 0.74],
  ],
  basket: [
    [148, 142, 0.64],
    [254, 138, 0.64],
    [200, 128, 0.66],
    [100, 196, 0.64],
    [300, 196, 0.64],
    [200, 200, 0.68],
  ],
  branch: [
    [126, 190, 0.78],
    [282, 232, 0.8],
  ],
}

/** How large things are drawn in a layout, so that the ink line keeps one thickness. */
export function scaleOf(way: Way): number {
  return spots[way][0]?.[2] ?? 1
}

/** Lays things out on the sheet: the unit drawing is stamped where the way asks for it. */
export function arrange(sheet: Pen, unit: Pen, art: Art, way: Way, ground: Ground) {
  const lean = art.lean ?? 7
  const turn = () => (way === 'branch' ? (art.hang ?? 0) + sheet.vary(-10, 10) : sheet.vary(-lean, lean))
  const flips = way === 'pair' || way === 'three' || way === 'heap' || way === 'basket' || way === 'plate'
  const upright = sheet.random() < 0.5
  const places = spots[way].map(([x, y, scale], i) =>
    place(
      x + sheet.vary(-7, 7),
      y + sheet.vary(-5, 5),
      scale * sheet.vary(0.96, 1.04),
      turn(),
      flips ? i % 2 === (upright ? 0 : 1) : upright,
    ),
  )
  if (way === 'one' || way === 'pair' || way === 'three' || way === 'heap') {
    for (const [x, y, scale] of spots[way])
      if (way !== 'heap' || y > 250) sheet.flat(oval(x + 10, y + 92 * scale, 92 * scale, 13 * scale), ground.shade)
  }
  if (way === 'plate') layDish(sheet, sheet.random() < 0.5 ? inks.chalk : inks.celadon, ground.shade)
  if (way === 'branch') growTwig(sheet)
  sheet.stamp(() => sheet.raw(unit.toString()), places)
  if (way === 'basket') weaveBasket(sheet)
}
