import type { Art, Way } from './art/art.ts'
import { type Ground, inks } from './inks.ts'
import { type Gouge, leaf, oval, type Pen, type Point, place } from './pen.ts'

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

/** Paints the table things stand on. */
export function layTable(pen: Pen, ground: Ground) {
  const top = 292 + pen.vary(-8, 8)
  pen.flat(
    [
      [0, top, 1],
      [130, top + pen.vary(-5, 5)],
      [270, top + pen.vary(-5, 5)],
      [400, top, 1],
      [400, 400, 1],
      [0, 400, 1],
    ],
    ground.table,
  )
  const kind = Math.floor(pen.random() * 4)
  if (kind === 0)
    pen.gouges(
      [
        [80, 330, 120, 1, 4],
        [290, 322, 150, -1, 4],
        [160, 360, 180, 1, 4],
        [340, 368, 90, 0, 4],
        [40, 378, 70, 0, 4],
      ],
      ground.shade,
      true,
    )
  else if (kind === 1)
    pen.strokes(
      [20, 44, 68, 92].map((y, i) => `M${i % 2 ? 26 : 14} ${Math.round(top + y)}h390`).join(''),
      7,
      ground.ground,
      ' stroke-dasharray="0 26"',
    )
  else if (kind === 2) pen.strokes([26, 62, 98].map((y) => `M0 ${Math.round(top + y)}h400`).join(''), 12, ground.shade)
  else
    pen.lines(
      [
        [
          [0, top + 14],
          [200, top + 18],
          [400, top + 14],
        ],
      ],
      5,
      ground.shade,
    )
}

/** Paints the grass animals stand on. */
export function layGrass(pen: Pen, ground: Ground) {
  const top = 290
  pen.flat(
    [
      [0, top, 1],
      [120, top - 14],
      [280, top + 10],
      [400, top - 6, 1],
      [400, 400, 1],
      [0, 400, 1],
    ],
    ground.table,
  )
  const blades = Array.from(
    { length: 18 },
    (_, i): Gouge => [14 + i * 22 + pen.vary(-8, 8), 312 + (i % 4) * 22, pen.vary(16, 26), 90 + pen.vary(-24, 24), 5],
  )
  pen.gouges(blades, ground.shade)
}

function woven(pen: Pen) {
  const body: Point[] = [
    [52, 236, 1],
    [348, 236, 1],
    [328, 320],
    [300, 366],
    [100, 366],
    [72, 320],
  ]
  pen.cut(body, inks.ochre)
  const row = Array.from({ length: 8 }, (_, i): Gouge => [88 + i * 32, 0, 30, 20, 7])
  pen.stamp(
    () => pen.gouges(row, inks.brown, true),
    [place(0, 264), place(404, 291, 1, 0, true), place(0, 318), place(404, 344, 1, 0, true)],
  )
  pen.cut(
    [
      [40, 226],
      [200, 216],
      [360, 226],
      [360, 250],
      [200, 260],
      [40, 250],
    ],
    inks.straw,
  )
  pen.gouges(
    Array.from({ length: 9 }, (_, i): Gouge => [66 + i * 34, 238, 24, 60, 5]),
    inks.brown,
  )
}

function dish(pen: Pen, colour: string, shade: string) {
  pen.flat(oval(206, 346, 150, 20), shade)
  pen.cut(
    [
      [40, 290],
      [60, 330],
      [150, 356],
      [250, 356],
      [340, 330],
      [360, 290],
    ],
    colour,
  )
  pen.cut(oval(200, 288, 168, 42, 0, 10), colour)
  pen.lines(
    [
      [
        [60, 294],
        [120, 314],
        [200, 320],
        [280, 314],
        [340, 294],
      ],
    ],
    5,
    inks.indigo,
  )
}

function twig(pen: Pen) {
  const line: Point[] = [
    [-20, 96],
    [90, 84],
    [200, 112],
    [300, 116],
    [420, 150],
  ]
  const leaves = [
    [60, 92, 92, 26, -52],
    [170, 100, 88, 24, -28],
    [232, 112, 84, 24, 62],
    [322, 118, 96, 26, -40],
    [64, 92, 74, 22, 70],
    [360, 132, 80, 24, 76],
  ] as const
  for (const [x, y, length, width, direction] of leaves) {
    const turn = direction + pen.vary(-12, 12)
    pen.cut(leaf(x, y, length, width, turn), pen.leaf)
    const reach = (turn * Math.PI) / 180
    pen.gouges(
      [[x + Math.cos(reach) * length * 0.5, y + Math.sin(reach) * length * 0.5, length * 0.75, turn, 3]],
      pen.leafDark,
      true,
    )
  }
  pen.limbs(
    [
      line,
      [
        [126, 88],
        [122, 104],
        [126, 128],
      ],
      [
        [276, 114],
        [284, 136],
        [282, 166],
      ],
    ],
    11,
    inks.brown,
  )
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
  if (way === 'plate') dish(sheet, sheet.random() < 0.5 ? inks.chalk : inks.celadon, ground.shade)
  if (way === 'branch') twig(sheet)
  sheet.stamp(() => sheet.raw(unit.toString()), places)
  if (way === 'basket') woven(sheet)
}
