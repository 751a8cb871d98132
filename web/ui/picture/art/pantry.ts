import { inks } from '../inks.ts'
import { leaf, oval, type Pen, type Point, place } from '../pen.ts'
import { type Art, standingWays, tableWays } from './art.ts'

/** A paper label with a small drawn sign, so no two shelves read alike. */
function labelled(pen: Pen, x: number, y: number, width: number, height: number) {
  const colour = pen.random() < 0.5 ? inks.vermilion : inks.chalk
  const mark = colour === inks.chalk ? inks.vermilion : inks.chalk
  pen.cut(
    [
      [x - width, y - height, 1],
      [x + width, y - height, 1],
      [x + width, y + height, 1],
      [x - width, y + height, 1],
    ],
    colour,
    0.7,
  )
  const sign = Math.floor(pen.random() * 4)
  const s = Math.min(width, height) * 0.55
  if (sign === 0)
    pen.lines(
      [
        [
          [x - s, y],
          [x + s, y],
        ],
        [
          [x, y - s],
          [x, y + s],
        ],
        [
          [x - s, y - s],
          [x + s, y - s],
        ],
        [
          [x - s, y + s],
          [x + s, y + s],
        ],
      ],
      4,
      mark,
    )
  else if (sign === 1)
    pen.lines(
      [
        [
          [x - s, y + s],
          [x - s, y - s],
        ],
        [
          [x, y + s],
          [x, y - s],
        ],
        [
          [x + s, y + s],
          [x + s, y - s],
        ],
        [
          [x - s, y + s],
          [x + s, y + s],
        ],
      ],
      4,
      mark,
    )
  else if (sign === 2)
    pen.gouges(
      [
        [x, y, s * 2, 90, 4],
        [x, y, s * 2, 0, 4],
        [x, y, s * 1.8, 45, 4],
        [x, y, s * 1.8, 135, 4],
      ],
      mark,
      true,
    )
  else
    pen.dots(
      [
        [x, y - s * 0.6],
        [x - s * 0.7, y + s * 0.5],
        [x + s * 0.7, y + s * 0.5],
      ],
      s * 0.8,
      mark,
    )
}

function drawJar(pen: Pen) {
  pen.cut(
    [
      [-34, -58],
      [34, -58],
      [92, -20],
      [86, 50],
      [46, 94],
      [-46, 94],
      [-86, 50],
      [-92, -20],
    ],
    pen.main,
  )
  pen.flat(
    [
      [50, -44],
      [86, -14],
      [80, 48],
      [44, 88],
      [6, 88],
      [58, 44],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-64, 8, 60, 84, 7],
      [-46, 2, 40, 84, 4],
      [-8, -40, 50, 6, 4],
    ],
    pen.light,
  )
  pen.cut(
    [
      [-44, -62, 1],
      [-40, -92],
      [0, -104],
      [40, -92],
      [44, -62, 1],
      [0, -54],
    ],
    inks.vermilion,
  )
  pen.lines(
    [
      [
        [-42, -66],
        [0, -58],
        [42, -66],
      ],
    ],
    7,
    inks.straw,
  )
  labelled(pen, -4, 26, 28, 32)
}

function drawHoney(pen: Pen) {
  pen.cut(
    [
      [-66, -56],
      [66, -56],
      [76, -20],
      [74, 60],
      [60, 92],
      [-60, 92],
      [-74, 60],
      [-76, -20],
    ],
    pen.main,
  )
  pen.flat(
    [
      [40, -50],
      [70, -40],
      [70, 60],
      [54, 88],
      [30, 88],
      [44, 40],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-54, 10, 90, 88, 7],
      [-38, 0, 50, 88, 4],
    ],
    pen.light,
    true,
  )
  pen.cut(
    [
      [-70, -88, 1],
      [70, -88, 1],
      [72, -54, 1],
      [-72, -54, 1],
    ],
    inks.straw,
  )
  pen.gouges(
    [
      [-40, -72, 24, 90, 4],
      [-14, -72, 24, 90, 4],
      [14, -72, 24, 90, 4],
      [40, -72, 24, 90, 4],
    ],
    inks.ochre,
  )
  const comb = (x: number, y: number): Point[] =>
    [30, 90, 150, 210, 270, 330].map(
      (t): Point => [x + Math.cos((t * Math.PI) / 180) * 19, y + Math.sin((t * Math.PI) / 180) * 19, 1],
    )
  for (const [x, y] of [
    [-17, 4],
    [17, 4],
    [0, 34],
  ] as const)
    pen.cut(comb(x, y), inks.chalk, 0.7)
  pen.dots(
    [
      [-17, 4],
      [0, 34],
    ],
    12,
    inks.ochre,
  )
}

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

function drawTofu(pen: Pen) {
  const block = (x: number, y: number, colour: string) => {
    pen.cut(
      [
        [x - 62, y - 16, 1],
        [x - 6, y - 42, 1],
        [x + 62, y - 22, 1],
        [x + 62, y + 26, 1],
        [x + 6, y + 50, 1],
        [x - 62, y + 30, 1],
      ],
      colour,
    )
    pen.flat(
      [
        [x + 6, y + 2, 1],
        [x + 60, y - 20, 1],
        [x + 60, y + 24, 1],
        [x + 6, y + 48, 1],
      ],
      pen.dark,
    )
    pen.lines(
      [
        [
          [x - 60, y - 16],
          [x + 6, y + 4],
          [x + 60, y - 20],
        ],
        [
          [x + 6, y + 4],
          [x + 6, y + 46],
        ],
      ],
      pen.weight * 0.8,
      pen.ink,
    )
    pen.gouges(
      [
        [x - 2, y - 20, 44, 16, 4],
        [x - 40, y + 12, 30, 18, 4],
        [x - 18, y + 24, 26, 18, 4],
      ],
      pen.light,
    )
  }
  block(34, -34, pen.main)
  block(-30, 36, pen.main)
}

function drawNoodle(pen: Pen) {
  const strands = [-40, -24, -8, 8, 24, 40]
  pen.cut(
    [
      [-52, -92, 1],
      [0, -98],
      [52, -92, 1],
      [36, -10],
      [56, 90, 1],
      [0, 98],
      [-56, 90, 1],
      [-36, -10],
    ],
    pen.main,
  )
  pen.lines(
    strands.map((x): Point[] => [
      [x, -88],
      [x * 0.7, 0],
      [x * 1.1, 90],
    ]),
    pen.weight * 0.6,
    pen.dark,
  )
  pen.gouges(
    strands.map((x) => [x * 0.95 + 5, 44, 50, 90 - x * 0.2, 4] as const),
    pen.light,
  )
  pen.cut(
    [
      [-44, -18],
      [0, -10],
      [44, -18],
      [42, 12],
      [0, 20],
      [-42, 12],
    ],
    inks.vermilion,
  )
  pen.gouges(
    [
      [-20, 2, 16, 90, 4],
      [0, 4, 16, 90, 4],
      [20, 2, 16, 90, 4],
    ],
    inks.chalk,
  )
}

function drawPastry(pen: Pen) {
  pen.cut(
    [
      [-88, 0, 1],
      [88, 0, 1],
      [84, 60],
      [40, 90],
      [-40, 90],
      [-84, 60],
    ],
    pen.dark,
  )
  const edge = Array.from({ length: 12 }, (_, i): Point[] => {
    const at = (turn: number, reach: number): Point => [Math.cos(turn) * 94 * reach, Math.sin(turn) * 60 * reach - 4]
    return [at((i / 12) * Math.PI * 2, 1.08), at(((i + 0.5) / 12) * Math.PI * 2, 0.96)]
  }).flat()
  pen.cut(edge, pen.main)
  pen.gouges(
    [
      [-66, 56, 24, 84, 4],
      [-30, 70, 24, 88, 4],
      [6, 72, 24, 90, 4],
      [42, 66, 24, 94, 4],
    ],
    pen.light,
  )
  pen.cut(oval(0, -4, 54, 34), pen.light, 0.7)
  if (pen.random() < 0.5)
    pen.gouges(
      [0, 36, 72, 108, 144].map((turn) => [0, -4, 76, turn, 6] as const),
      inks.vermilion,
      true,
    )
  else
    pen.dots(
      [
        [0, -4],
        [-24, -10],
        [24, -8],
        [-10, 12],
        [14, 12],
        [2, -22],
      ],
      10,
      inks.vermilion,
    )
}

function drawCloth(pen: Pen) {
  pen.cut(
    [
      [-92, 30, 1],
      [-80, 2],
      [0, -16],
      [80, 2],
      [92, 30, 1],
      [92, 80, 1],
      [0, 96],
      [-92, 80, 1],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [-92, 46, 1],
      [0, 60],
      [92, 46, 1],
      [92, 26, 1],
      [0, 40],
      [-92, 26, 1],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-86, 20, 1],
      [-70, -64, 1],
      [0, -84],
      [70, -64, 1],
      [86, 20, 1],
      [0, 36],
    ],
    pen.main,
  )
  const buds = [
    [-44, -34],
    [0, -46],
    [44, -34],
    [-50, 0],
    [0, -6],
    [50, 0],
  ] as const
  pen.stamp(
    () =>
      pen.gouges(
        [
          [0, 0, 24, 0, 5],
          [0, 0, 24, 60, 5],
          [0, 0, 24, 120, 5],
        ],
        inks.chalk,
        true,
      ),
    buds.map(([x, y]) => place(x, y, 1, x)),
  )
  pen.dots(
    [
      [-22, -20],
      [22, -20],
      [-24, 16],
      [26, 16],
      [-66, -20],
      [66, -20],
    ],
    7,
    inks.chalk,
  )
  pen.gouges(
    [
      [-50, 72, 50, 6, 4],
      [10, 80, 50, 0, 4],
      [58, 70, 34, -6, 4],
    ],
    pen.light,
  )
}

function drawBasketCraft(pen: Pen) {
  pen.lines(
    [
      [
        [-62, -14],
        [-70, -104],
        [0, -104],
        [70, -104],
        [62, -14],
      ],
    ],
    12 + pen.weight * 1.7,
    pen.ink,
  )
  pen.lines(
    [
      [
        [-62, -14],
        [-70, -104],
        [0, -104],
        [70, -104],
        [62, -14],
      ],
    ],
    12,
    pen.main,
  )
  pen.cut(
    [
      [-90, -12, 1],
      [90, -12, 1],
      [78, 60],
      [60, 94],
      [-60, 94],
      [-78, 60],
    ],
    pen.main,
  )
  const rows = [8, 30, 52, 74].flatMap((y, r) =>
    [-60, -36, -12, 12, 36, 60].map(
      (x) => [x * (1 - r * 0.06) + (r % 2) * 12 - 6, y, 22, r % 2 ? 24 : -24, 5] as const,
    ),
  )
  pen.gouges(rows, pen.dark, true)
  pen.cut(
    [
      [-98, -22],
      [0, -32],
      [98, -22],
      [98, -2],
      [0, 6],
      [-98, -2],
    ],
    pen.light,
  )
  pen.gouges(
    [-70, -42, -14, 14, 42, 70].map((x) => [x, -12, 20, 60, 4] as const),
    pen.dark,
  )
}

function drawBrush(pen: Pen) {
  for (const [x, turn] of [
    [-34, -12],
    [6, 4],
    [42, 14],
  ] as const) {
    const t = (turn * Math.PI) / 180
    const put = (px: number, py: number, s?: 1): Point => [
      x + px * Math.cos(t) - py * Math.sin(t),
      py * Math.cos(t) + px * Math.sin(t),
      s,
    ]
    pen.cut([put(-9, -96, 1), put(9, -96, 1), put(9, 30, 1), put(-9, 30, 1)], pen.main)
    pen.gouges([[x - 2 + 34 * Math.sin(t), -34 * Math.cos(t), 90, 90 + turn, 4]], pen.light, true)
    pen.cut([put(-12, 28, 1), put(12, 28, 1), put(15, 58), put(0, 98, 1), put(-15, 58)], inks.chalk)
    pen.flat([put(-10, 62), put(10, 62), put(0, 94, 1)], pen.ink)
  }
}

function drawBlossom(pen: Pen, petals: number, layers: readonly [number, number][]) {
  for (const [radius, width] of layers) {
    for (let i = 0; i < petals; i++) {
      const direction = (i / petals) * 360 + radius
      pen.cut(leaf(0, -20, radius, width, direction), radius > 60 ? pen.main : pen.light, 0.8)
    }
  }
}

function drawChrysanthemum(pen: Pen) {
  pen.limbs(
    [
      [
        [0, 0],
        [-6, 50],
        [4, 100],
      ],
    ],
    7,
    pen.leaf,
  )
  pen.cut(
    [
      [0, 70, 1],
      [20, 44],
      [52, 50, 1],
      [46, 66],
      [70, 82, 1],
      [30, 88],
    ],
    pen.leaf,
  )
  pen.cut(
    [
      [-2, 82, 1],
      [-24, 60],
      [-54, 66, 1],
      [-48, 80],
      [-66, 98, 1],
      [-26, 98],
    ],
    pen.leaf,
  )
  const petal = (length: number, width: number, colour: string, count: number, twist: number) =>
    pen.stamp(
      () => pen.cut(leaf(8, -22, length, width, 0), colour),
      Array.from(
        { length: count },
        (_, i) => `rotate(${Math.round((i / count) * 360 + twist + pen.vary(-4, 4))} 0 -22)`,
      ),
    )
  petal(74, 11, pen.main, 14, 0)
  petal(50, 11, pen.light, 10, 12)
  pen.cut(oval(0, -22, 15, 14, 0, 7), inks.ochre)
}

function drawRose(pen: Pen) {
  pen.limbs(
    [
      [
        [0, 10],
        [-4, 56],
        [4, 100],
      ],
    ],
    7,
    pen.leaf,
  )
  pen.cut(leaf(0, 74, 66, 22, -28), pen.leaf).cut(leaf(-2, 84, 64, 22, 206), pen.leaf)
  drawBlossom(pen, 5, [[88, 40]])
  pen.cut(oval(0, -22, 46, 44), pen.main)
  pen.lines(
    [
      [
        [-34, -26],
        [-20, 10],
        [26, 8],
        [34, -24],
      ],
      [
        [-22, -34],
        [-10, -4],
        [20, -8],
        [20, -36],
      ],
      [
        [-6, -40],
        [4, -22],
        [10, -40],
      ],
    ],
    pen.weight * 0.9,
    pen.ink,
  )
  pen.gouges(
    [
      [-26, -44, 30, -30, 5],
      [22, -48, 26, 30, 5],
      [0, 4, 36, 0, 5],
    ],
    pen.light,
  )
}

function drawBonsai(pen: Pen) {
  pen.cut(
    [
      [-66, 58, 1],
      [66, 58, 1],
      [54, 92, 1],
      [-54, 92, 1],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-74, 50, 1],
      [74, 50, 1],
      [72, 62, 1],
      [-72, 62, 1],
    ],
    pen.light,
  )
  pen.limbs(
    [
      [
        [-10, 52],
        [-30, 10],
        [16, -10],
        [10, -56],
      ],
      [
        [-4, 8],
        [-44, 0],
        [-62, -16],
      ],
      [
        [8, -10],
        [44, -14],
        [62, -30],
      ],
    ],
    11,
    inks.brown,
  )
  for (const [x, y, w] of [
    [-58, -24, 44],
    [60, -38, 42],
    [6, -78, 52],
  ] as const) {
    pen.cut(
      [
        [x - w, y + 8],
        [x - w * 0.7, y - 20],
        [x - w * 0.1, y - 26],
        [x + w * 0.6, y - 22],
        [x + w, y + 6],
        [x + w * 0.4, y + 18],
        [x - w * 0.4, y + 18],
      ],
      pen.leaf,
    )
    pen.gouges(
      [
        [x - 16, y - 4, 18, -70, 4],
        [x, y - 6, 18, -90, 4],
        [x + 16, y - 4, 18, -110, 4],
        [x - 30, y + 4, 14, -60, 3],
        [x + 30, y + 4, 14, -120, 3],
      ],
      pen.leafDark,
    )
  }
}

export const pantry = {
  jar: { draw: drawJar, colours: ['brown', 'soot', 'indigo', 'chestnut', 'celadon'], ways: standingWays, lean: 2 },
  honey: { draw: drawHoney, colours: ['ochre', 'persimmon', 'lemon'], ways: standingWays, lean: 2 },
  bottle: {
    draw: drawBottle,
    colours: ['soot', 'brown', 'leaf', 'indigo', 'chalk', 'chestnut'],
    ways: standingWays,
    lean: 2,
  },
  tofu: { draw: drawTofu, colours: ['chalk', 'brown', 'straw', 'clay'], ways: tableWays },
  noodle: { draw: drawNoodle, colours: ['straw', 'chalk', 'lemon'], ways: ['one', 'pair', 'three', 'plate'], lean: 12 },
  pastry: { draw: drawPastry, colours: ['ochre', 'straw', 'blush', 'clay'], ways: tableWays },
  cloth: { draw: drawCloth, colours: ['indigo', 'vermilion', 'plum'], ways: ['one', 'pair', 'three'] },
  basket: { draw: drawBasketCraft, colours: ['ochre', 'clay', 'straw'], ways: standingWays, lean: 2 },
  brush: { draw: drawBrush, colours: ['brown', 'ochre', 'chestnut'], ways: ['one', 'pair'] },
  chrysanthemum: {
    draw: drawChrysanthemum,
    colours: ['lemon', 'chalk', 'ochre', 'rose'],
    ways: standingWays,
  },
  rose: { draw: drawRose, colours: ['rose', 'vermilion', 'blush'], ways: ['one', 'pair', 'three', 'basket'] },
  bonsai: {
    draw: drawBonsai,
    colours: ['clay', 'indigo', 'chestnut', 'celadon'],
    leaves: ['leaf', 'moss', 'celadon'],
    ways: ['one', 'pair'],
    lean: 2,
  },
} satisfies Record<string, Art>
