import { inks } from '../inks.ts'
import { type Gouge, leaf, oval, type Pen, type Point, place } from '../pen.ts'
import { type Art, tableWays } from './art.ts'

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

function drawRadish(pen: Pen) {
  for (const [direction, length] of [
    [-118, 70],
    [-62, 72],
    [-92, 84],
  ] as const) {
    pen.cut(leaf(0, -26, length, 18, direction), pen.leaf)
    const reach = (direction * Math.PI) / 180
    pen.gouges([[Math.cos(reach) * 34, -26 + Math.sin(reach) * 34, 56, direction, 3]], pen.leafDark, true)
  }
  pen.cut(
    [
      [-30, -30],
      [0, -38],
      [30, -30],
      [56, 6],
      [40, 60],
      [6, 104, 1],
      [-34, 62],
      [-56, 8],
    ],
    pen.main,
  )
  pen.flat(
    [
      [30, -20],
      [52, 8],
      [38, 56],
      [8, 94],
      [26, 40],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-30, 4, 46, 84, 6],
      [-14, 40, 26, 0, 3],
      [6, 22, 24, 8, 3],
      [-4, 64, 20, 0, 3],
    ],
    pen.light,
  )
}

function drawTaro(pen: Pen) {
  pen.cut(
    [
      [0, -86],
      [36, -70],
      [74, -6],
      [64, 62],
      [0, 96],
      [-64, 62],
      [-74, -6],
      [-36, -70],
    ],
    pen.main,
  )
  pen.flat(
    [
      [40, -50],
      [70, 0],
      [60, 58],
      [10, 88],
      [44, 40],
    ],
    pen.dark,
  )
  pen.lines(
    [-46, -22, 4, 32, 60].map((y): Point[] => [
      [-66 + Math.abs(y) / 3, y - 6],
      [0, y + 14],
      [66 - Math.abs(y) / 3, y - 6],
    ]),
    pen.weight * 0.8,
    pen.ink,
  )
  pen.gouges(
    [
      [-30, -30, 12, 70, 3],
      [-10, -10, 12, 90, 3],
      [20, 14, 12, 100, 3],
      [-34, 22, 12, 80, 3],
      [6, 44, 12, 90, 3],
      [30, -26, 12, 110, 3],
      [-18, 66, 12, 80, 3],
    ],
    pen.light,
  )
  pen.cut(
    [
      [-24, -78],
      [-12, -102],
      [2, -86, 1],
      [12, -104],
      [24, -78],
      [0, -68],
    ],
    inks.rose,
  )
}

function drawSweetPotato(pen: Pen) {
  for (const [x, y, flip] of [
    [-6, -34, 1],
    [8, 42, -1],
  ] as const) {
    const form: Point[] = [
      [-104, 16, 1],
      [-70, -22],
      [-10, -38],
      [50, -34],
      [80, -10],
      [106, -18, 1],
      [84, 22],
      [40, 42],
      [-20, 36],
      [-74, 34],
    ]
    pen.cut(
      form.map(([px, py, s]) => [x + px * flip, y + py, s]),
      pen.main,
    )
    pen.gouges(
      [
        [x - 30 * flip, y - 12, 60, -8 * flip, 5],
        [x + 30 * flip, y - 20, 40, 0, 4],
      ],
      pen.light,
    )
    pen.gouges(
      [
        [x + 20 * flip, y + 22, 80, -4 * flip, 7],
        [x + 50 * flip, y, 20, 20, 3],
        [x - 56 * flip, y + 14, 20, -20, 3],
        [x, y + 4, 18, 10, 3],
      ],
      pen.dark,
    )
  }
}

function drawYam(pen: Pen) {
  for (const [x, y, turn] of [
    [-8, -40, -10],
    [6, 8, 4],
    [0, 56, -4],
  ] as const) {
    const t = (turn * Math.PI) / 180
    const put = (px: number, py: number, s?: 1): Point => [
      x + px * Math.cos(t) - py * Math.sin(t),
      y + px * Math.sin(t) + py * Math.cos(t),
      s,
    ]
    pen.cut(
      [
        put(-100, -12),
        put(-60, -22),
        put(40, -24),
        put(100, -16),
        put(106, 12),
        put(40, 24),
        put(-60, 22),
        put(-102, 12),
      ],
      pen.main,
    )
    const [ex, ey] = put(94, -2)
    pen.cut(oval(ex, ey, 11, 18, turn, 6), pen.chalk, 0.7)
    const spots = [
      [-70, -2],
      [-40, 8],
      [-12, -8],
      [16, 8],
      [44, -6],
      [66, 8],
      [-54, -12],
    ].map(([px = 0, py = 0]) => put(px, py))
    pen.dots(spots, 5, pen.dark)
  }
}

function drawGarlic(pen: Pen) {
  pen.cut(
    [
      [-10, -104],
      [12, -102],
      [12, -60],
      [70, -10],
      [74, 50],
      [30, 88],
      [-30, 88],
      [-74, 50],
      [-70, -10],
      [-12, -60],
    ],
    pen.main,
  )
  pen.flat(
    [
      [10, -56],
      [66, -8],
      [70, 48],
      [28, 84],
      [52, 30],
      [30, -10],
    ],
    pen.dark,
  )
  pen.lines(
    [
      [
        [-2, -64],
        [-52, 0],
        [-22, 84],
      ],
      [
        [2, -64],
        [6, 10],
        [0, 88],
      ],
      [
        [8, -60],
        [54, 0],
        [26, 84],
      ],
    ],
    pen.weight * 0.8,
    pen.ink,
  )
  pen.gouges(
    [
      [-44, 20, 60, 82, 5],
      [-12, 20, 60, 88, 4],
      [22, 10, 60, 82, 3],
    ],
    inks.rose,
  )
  pen.lines(
    [-18, -8, 0, 9, 18].map((x): Point[] => [
      [x, 88],
      [x * 1.3, 100],
    ]),
    3,
    pen.ink,
  )
}

function drawOnion(pen: Pen) {
  pen.cut(
    [
      [-6, -104, 1],
      [14, -66],
      [80, -30],
      [88, 40],
      [36, 90],
      [-36, 90],
      [-88, 40],
      [-80, -30],
      [-16, -64],
      [-24, -96, 1],
    ],
    pen.main,
  )
  pen.flat(
    [
      [30, -50],
      [76, -24],
      [82, 40],
      [34, 84],
      [4, 84],
      [54, 36],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-56, 14, 80, 84, 5],
      [-28, 14, 104, 88, 5],
      [2, 14, 110, 92, 5],
      [32, 12, 100, 96, 5],
    ],
    pen.light,
  )
  pen.lines(
    [-16, -5, 6, 17].map((x): Point[] => [
      [x, 88],
      [x * 1.4, 102],
    ]),
    3,
    pen.ink,
  )
}

function drawGinger(pen: Pen) {
  pen.cut(
    [
      [-100, 24],
      [-84, -16],
      [-56, -18],
      [-44, -64],
      [-14, -66],
      [-4, -22],
      [30, -30],
      [40, -80],
      [70, -84],
      [76, -36],
      [100, -14],
      [96, 24],
      [56, 34],
      [40, 78],
      [6, 80],
      [-8, 40],
      [-60, 52],
    ],
    pen.main,
  )
  pen.flat(
    [
      [-60, 36],
      [-10, 26],
      [40, 22],
      [90, 12],
      [52, 30],
      [36, 72],
      [8, 74],
      [-8, 36],
    ],
    pen.dark,
  )
  pen.lines(
    [
      [
        [-72, -10],
        [-62, 10],
        [-66, 34],
      ],
      [
        [-46, -30],
        [-28, -24],
        [-10, -32],
      ],
      [
        [38, -48],
        [56, -42],
        [74, -48],
      ],
      [
        [4, 48],
        [22, 54],
        [42, 46],
      ],
      [
        [66, -20],
        [60, 4],
        [66, 24],
      ],
    ],
    pen.weight * 0.7,
    pen.ink,
  )
  pen.gouges(
    [
      [-80, 8, 22, 90, 4],
      [-30, -44, 26, 80, 4],
      [54, -62, 26, 86, 4],
      [0, -4, 60, 0, 4],
    ],
    pen.light,
  )
}

function drawLilyBulb(pen: Pen) {
  const petals: [number, number, number, number][] = [
    [-46, 70, 110, -124],
    [46, 70, 110, -56],
    [-26, 78, 124, -106],
    [26, 78, 124, -74],
    [0, 86, 130, -90],
  ]
  for (const [x, y, length, direction] of petals) {
    pen.cut(leaf(x, y, length, 34, direction), pen.main)
    pen.gouges([[x * 1.5, y - 44, 60, direction, 4]], pen.dark, true)
  }
  pen.cut(
    [
      [-60, 78],
      [-20, 40],
      [20, 40],
      [60, 78],
      [20, 94],
      [-20, 94],
    ],
    pen.light,
  )
  pen.gouges(
    [
      [-14, 66, 34, 110, 4],
      [14, 66, 34, 70, 4],
    ],
    pen.dark,
  )
  pen.lines(
    [-22, -8, 8, 22].map((x): Point[] => [
      [x, 90],
      [x * 1.4, 104],
    ]),
    3,
    pen.ink,
  )
}

function drawMushroom(pen: Pen) {
  const one = (x: number, y: number, s: number, speckled: boolean) => {
    const at = (px: number, py: number, sharp?: 1): Point => [x + px * s, y + py * s, sharp]
    pen.cut([at(-20, -6), at(20, -6), at(18, 40), at(28, 78), at(0, 86), at(-28, 78), at(-18, 40)], pen.chalk)
    pen.gouges(
      [
        [x - 8 * s, y + 40 * s, 56 * s, 90, 3],
        [x + 8 * s, y + 44 * s, 50 * s, 88, 3],
      ],
      inks.stone,
    )
    pen.cut(
      [at(-80, 4, 1), at(-76, -48), at(-24, -88), at(24, -88), at(76, -48), at(80, 4, 1), at(30, 16), at(-30, 16)],
      pen.main,
    )
    pen.flat([at(-74, 0), at(0, -14), at(74, 0), at(30, 12), at(-30, 12)], inks.clay)
    if (speckled)
      pen.gouges(
        [
          [x - 34 * s, y - 36 * s, 34 * s, 130, 6],
          [x, y - 58 * s, 30 * s, 0, 6],
          [x + 36 * s, y - 36 * s, 34 * s, 50, 6],
          [x, y - 28 * s, 24 * s, 90, 5],
        ],
        pen.light,
        true,
      )
  }
  one(34, -10, 0.8, true)
  one(-34, 26, 0.76, true)
}

function drawNeedleMushroom(pen: Pen) {
  const caps: [number, number][] = [
    [-70, -50],
    [-46, -76],
    [-18, -62],
    [8, -92],
    [36, -70],
    [64, -84],
    [78, -48],
    [-30, -98],
    [50, -102],
  ]
  pen.limbs(
    caps.map(([x, y]): Point[] => [
      [x * 0.32, 88],
      [x * 0.5, 10],
      [x, y],
    ]),
    9,
    pen.main,
  )
  pen.stamp(
    () =>
      pen.cut(
        [
          [-20, 6],
          [-16, -14],
          [16, -14],
          [20, 6],
          [0, 10],
        ],
        pen.light,
      ),
    caps.map(([x, y]) => place(x, y, 1, x * 0.3)),
  )
  pen.cut(
    [
      [-32, 56],
      [0, 48],
      [32, 56],
      [36, 92],
      [0, 98],
      [-36, 92],
    ],
    pen.dark,
  )
}

function drawGinkgo(pen: Pen) {
  pen.limbs(
    [
      [
        [-4, 60],
        [0, 0],
        [20, -30],
      ],
    ],
    5,
    inks.moss,
  )
  pen.cut(
    [
      [10, -18, 1],
      [-40, -50],
      [-76, -84],
      [-30, -106],
      [4, -84],
      [18, -96],
      [60, -104],
      [92, -66],
      [60, -30],
    ],
    pen.leaf,
  )
  pen.gouges(
    [
      [-24, -66, 60, 38, 2],
      [0, -70, 60, 70, 2],
      [34, -70, 60, 110, 2],
      [56, -58, 50, 140, 2],
    ],
    pen.leafDark,
  )
  for (const [x, y, turn] of [
    [-46, 44, -12],
    [40, 34, 10],
    [0, 62, 4],
  ] as const) {
    pen.cut(oval(x, y, 30, 38, turn), pen.main)
    pen.gouges([[x + 12, y + 4, 46, 90 + turn, 5]], pen.dark, true)
    pen.gouges([[x - 12, y - 4, 30, 94 + turn, 5]], pen.light, true)
  }
}

function drawChestnut(pen: Pen) {
  const one = (x: number, y: number, s: number) => {
    const at = (px: number, py: number, sharp?: 1): Point => [x + px * s, y + py * s, sharp]
    pen.cut(
      [
        at(4, -78, 1),
        at(30, -52),
        at(74, -24),
        at(70, 44),
        at(30, 66),
        at(-30, 66),
        at(-70, 44),
        at(-74, -24),
        at(-24, -52),
      ],
      pen.main,
    )
    pen.flat([at(-66, 34), at(-30, 26), at(30, 26), at(66, 34), at(30, 60), at(-30, 60)], inks.clay)
    pen.gouges(
      [
        [x - 36 * s, y - 8 * s, 50 * s, 100, 6],
        [x - 14 * s, y - 24 * s, 46 * s, 96, 4],
      ],
      pen.light,
    )
    pen.gouges(
      [
        [x + 44 * s, y - 4 * s, 50 * s, 80, 6],
        [x - 20 * s, y + 44 * s, 14, 90, 3],
        [x + 8 * s, y + 46 * s, 14, 90, 3],
        [x + 30 * s, y + 42 * s, 12, 90, 3],
      ],
      pen.dark,
    )
  }
  one(38, -22, 0.76)
  one(-32, 30, 0.8)
}

export const roots = {
  lotusRoot: { draw: drawLotusRoot, colours: ['blush', 'clay', 'straw'], ways: tableWays, lean: 18 },
  radish: { draw: drawRadish, colours: ['rose', 'chalk', 'jade', 'vermilion'], ways: tableWays, lean: 18 },
  taro: { draw: drawTaro, colours: ['clay', 'brown', 'ochre'], ways: tableWays, lean: 14 },
  sweetPotato: { draw: drawSweetPotato, colours: ['rose', 'persimmon', 'plum', 'clay'], ways: tableWays, lean: 12 },
  yam: { draw: drawYam, colours: ['clay', 'straw', 'brown'], ways: ['one', 'pair', 'basket', 'three'], lean: 16 },
  garlic: { draw: drawGarlic, colours: ['chalk'], ways: tableWays, lean: 12 },
  onion: { draw: drawOnion, colours: ['plum', 'ochre', 'rose'], ways: tableWays, lean: 12 },
  ginger: { draw: drawGinger, colours: ['straw', 'ochre', 'clay'], ways: tableWays, lean: 18 },
  lilyBulb: { draw: drawLilyBulb, colours: ['chalk', 'straw', 'blush'], ways: tableWays, lean: 12 },
  mushroom: { draw: drawMushroom, colours: ['brown', 'persimmon', 'clay', 'soot'], ways: tableWays },
  needleMushroom: {
    draw: drawNeedleMushroom,
    colours: ['straw', 'ochre', 'chalk'],
    ways: ['one', 'pair', 'three', 'plate', 'basket'],
  },
  ginkgo: {
    draw: drawGinkgo,
    colours: ['straw', 'ochre', 'lemon'],
    leaves: ['lemon', 'celadon', 'moss'],
    ways: tableWays,
    lean: 14,
  },
  chestnut: { draw: drawChestnut, colours: ['chestnut', 'brown', 'persimmon'], ways: tableWays, lean: 14 },
} satisfies Record<string, Art>
