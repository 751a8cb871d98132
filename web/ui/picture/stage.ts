import { type Ground, inks } from './inks.ts'
import { type Gouge, leaf, oval, type Pen, type Point, place } from './pen.ts'

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

/** A woven basket, drawn over what lies in it. */
export function weaveBasket(pen: Pen) {
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

/** A dish with a blue rim. */
export function layDish(pen: Pen, colour: string, shade: string) {
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

/** A leafy branch across the top. */
export function growTwig(pen: Pen) {
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
