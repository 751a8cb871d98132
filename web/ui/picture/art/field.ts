import { inks } from '../inks.ts'
import { type Gouge, leaf, oval, type Pen, type Point, place } from '../pen.ts'
import { type Art, tableWays } from './art.ts'

function drawTea(pen: Pen) {
  pen.limbs(
    [
      [
        [-6, 96],
        [-14, 30],
        [6, -30],
      ],
    ],
    7,
    pen.leafDark,
  )
  const leaves: [number, number, number, number, number][] = [
    [-10, 62, 88, 24, -24],
    [-12, 40, 92, 24, 206],
    [-6, 6, 84, 22, -40],
    [-2, -6, 84, 20, 232],
    [4, -24, 74, 15, -84],
  ]
  for (const [x, y, length, width, direction] of leaves) {
    pen.cut(leaf(x, y, length, width, direction), direction < -50 ? pen.light : pen.main)
    const reach = (direction * Math.PI) / 180
    const [dx, dy] = [Math.cos(reach) * length, Math.sin(reach) * length]
    pen.gouges(
      [
        [x + dx * 0.5, y + dy * 0.5, length * 0.8, direction, 2],
        [x + dx * 0.45, y + dy * 0.45 + 8, 24, direction + 38, 2],
        [x + dx * 0.5, y + dy * 0.5 - 8, 24, direction - 38, 2],
      ],
      pen.dark,
    )
  }
}

function drawRice(pen: Pen) {
  const ear = () => {
    pen.lines(
      [
        [
          [0, 90],
          [-4, -20],
          [24, -78],
          [62, -66],
        ],
      ],
      5,
      pen.leafDark,
    )
    const grains: Gouge[] = [
      [16, -66, 26, -20, 0],
      [30, -84, 26, -30, 0],
      [38, -62, 26, 10, 0],
      [50, -86, 26, 0, 0],
      [54, -56, 26, 40, 0],
      [68, -78, 26, 20, 0],
      [66, -48, 26, 60, 0],
      [80, -60, 28, 56, 0],
      [76, -32, 26, 78, 0],
      [86, -36, 26, 82, 0],
    ]
    pen.gouges(
      grains.map(([x, y, l, d]): Gouge => [x, y, l + pen.weight * 2.4, d, 11 + pen.weight]),
      pen.ink,
      true,
    )
    pen.gouges(
      grains.map(([x, y, l, d]): Gouge => [x, y, l, d, 11]),
      pen.main,
      true,
    )
  }
  pen.cut(leaf(-4, 90, 150, 13, -112), pen.leaf).cut(leaf(4, 90, 140, 13, -70), pen.leaf)
  pen.stamp(ear, [place(-6, 4, 1, -26, true), place(4, 0, 1, 16), place(0, -4, 1, -10), place(2, 8, 0.92, -4, true)])
  pen.cut(
    [
      [-22, 40],
      [0, 46],
      [22, 40],
      [20, 60],
      [0, 66],
      [-20, 60],
    ],
    inks.vermilion,
  )
}

function drawWheat(pen: Pen) {
  const ear = () => {
    pen.lines(
      [
        [
          [0, 92],
          [3, 20],
          [0, -40],
        ],
      ],
      5,
      pen.dark,
    )
    const hairs: Point[][] = [-24, -10, 6, 20].map((x): Point[] => [
      [x * 0.4, -60],
      [x, -104],
    ])
    pen.lines(hairs, 2.5, pen.dark)
    const grains: Gouge[] = [-74, -54, -34, -14, 6].flatMap((y): Gouge[] => [
      [-10, y, 32, 62, 0],
      [10, y, 32, 118, 0],
    ])
    grains.push([0, -88, 30, 90, 0])
    pen.gouges(
      grains.map(([x, y, l, d]): Gouge => [x, y, l + pen.weight * 2.4, d, 12 + pen.weight]),
      pen.ink,
      true,
    )
    pen.gouges(
      grains.map(([x, y, l, d]): Gouge => [x, y, l, d, 12]),
      pen.main,
      true,
    )
  }
  pen.stamp(ear, [place(-18, 6, 0.96, -24), place(18, 6, 0.96, 24), place(-8, 0, 1, -9), place(8, 2, 1, 10)])
  pen.cut(
    [
      [-22, 40],
      [0, 46],
      [22, 40],
      [20, 60],
      [0, 66],
      [-20, 60],
    ],
    inks.leaf,
  )
}

function drawCorn(pen: Pen) {
  pen.cut(
    [
      [0, -104, 1],
      [30, -84],
      [40, -20],
      [34, 70],
      [0, 92],
      [-34, 70],
      [-40, -20],
      [-30, -84],
    ],
    pen.main,
  )
  const rows = [-24, -8, 8, 24].flatMap((x) =>
    [-70, -52, -34, -16, 2, 20].map((y): Point => [x * (y < -60 ? 0.7 : 1), y + Math.abs(x) / 4]),
  )
  pen.dots(rows, 13, pen.dark).dots(
    rows.map(([x, y]): Point => [x - 1, y - 2]),
    9,
    pen.light,
  )
  pen.cut(
    [
      [-6, 94, 1],
      [-64, 80],
      [-74, 10],
      [-60, -48, 1],
      [-36, 10],
      [-4, 40],
    ],
    pen.leaf,
  )
  pen.cut(
    [
      [6, 94, 1],
      [64, 80],
      [72, 20],
      [66, -30, 1],
      [40, 20],
      [2, 50],
    ],
    pen.leaf,
  )
  pen.gouges(
    [
      [-48, 30, 80, 72, 3],
      [46, 36, 70, 108, 3],
      [-26, 60, 50, 50, 3],
      [24, 64, 46, 130, 3],
    ],
    pen.leafDark,
  )
}

function drawBean(pen: Pen) {
  for (const [x, y, turn] of [
    [-8, -26, -18],
    [6, 34, 10],
  ] as const) {
    const pod: Point[] = [
      [-98, -14, 1],
      [-60, -26],
      [-20, 6],
      [30, -2],
      [66, -22],
      [98, -6, 1],
      [66, 26],
      [30, 36],
      [-20, 40],
      [-66, 22],
    ]
    const cos = Math.cos((turn * Math.PI) / 180)
    const sin = Math.sin((turn * Math.PI) / 180)
    const put = ([px, py, sharp]: Point): Point => [x + px * cos - py * sin, y + px * sin + py * cos, sharp]
    pen.cut(pod.map(put), pen.main)
    for (const [bx, by] of [
      [-52, 0],
      [-16, 18],
      [24, 16],
      [58, 2],
    ] as const) {
      const [px, py] = put([bx, by])
      pen.cut(oval(px, py, 16, 13, turn, 6), y < 0 ? pen.main : pen.light, 0.6)
      pen.gouges([[px - 3, py - 3, 14, turn, 3]], pen.light)
    }
  }
}

function drawPeanut(pen: Pen) {
  const shell = (x: number, y: number, turn: number) => {
    const cos = Math.cos((turn * Math.PI) / 180)
    const sin = Math.sin((turn * Math.PI) / 180)
    const put = ([px, py]: Point): Point => [x + px * cos - py * sin, y + px * sin + py * cos]
    pen.cut(
      (
        [
          [-70, -20],
          [-30, -38],
          [0, -14],
          [34, -36],
          [72, -14],
          [70, 20],
          [34, 34],
          [0, 16],
          [-32, 36],
          [-70, 18],
        ] as Point[]
      ).map(put),
      pen.main,
    )
    const marks: Gouge[] = (
      [
        [-50, -10],
        [-30, 12],
        [-24, -16],
        [24, -14],
        [44, 8],
        [50, -12],
        [24, 14],
        [0, 0],
      ] as Point[]
    ).map((p, i) => [...(put(p) as [number, number]), 18, turn + (i % 2 ? 70 : 10), 4])
    pen.gouges(marks, pen.dark)
  }
  shell(-14, -34, -24)
  shell(14, 36, 12)
}

function drawGreens(pen: Pen) {
  const big = (points: Point[], colour: string) => pen.cut(points, colour)
  big(
    [
      [-18, 40, 1],
      [-80, 10],
      [-104, -50],
      [-60, -84],
      [-24, -40],
      [-8, 30, 1],
    ],
    pen.dark,
  )
  big(
    [
      [18, 40, 1],
      [80, 14],
      [104, -44],
      [64, -82],
      [26, -40],
      [8, 30, 1],
    ],
    pen.dark,
  )
  big(
    [
      [-12, 40, 1],
      [-40, -30],
      [-36, -86],
      [4, -108],
      [38, -84],
      [36, -26],
      [12, 40, 1],
    ],
    pen.main,
  )
  pen.lines(
    [
      [
        [0, 40],
        [2, -20],
        [0, -90],
      ],
      [
        [-14, 40],
        [-50, -10],
        [-76, -54],
      ],
      [
        [14, 40],
        [50, -6],
        [76, -50],
      ],
    ],
    7,
    pen.light,
  )
  pen.gouges(
    [
      [-14, -40, 30, 50, 3],
      [16, -44, 30, 130, 3],
      [-12, -66, 26, 45, 3],
      [14, -70, 26, 135, 3],
      [-64, -20, 28, 100, 3],
      [64, -16, 28, 80, 3],
    ],
    pen.light,
  )
  big(
    [
      [-26, 34],
      [-40, 70],
      [-26, 94],
      [0, 88],
      [-4, 50],
    ],
    pen.chalk,
  )
  big(
    [
      [26, 34],
      [40, 70],
      [26, 94],
      [0, 88],
      [4, 50],
    ],
    pen.chalk,
  )
  big(
    [
      [-14, 30],
      [14, 30],
      [18, 80],
      [0, 98],
      [-18, 80],
    ],
    pen.chalk,
  )
  pen.gouges(
    [
      [-4, 64, 40, 88, 3],
      [8, 60, 36, 92, 3],
    ],
    inks.jade,
  )
}

function drawScallion(pen: Pen) {
  const stalks: [number, number, number][] = [
    [-30, -58, -94],
    [30, 60, -90],
    [-12, -26, -104],
    [14, 24, -100],
    [0, 2, -96],
  ]
  for (const [x, tip, top] of stalks) {
    pen.cut(
      [
        [x * 0.6 - 7, 40],
        [x * 0.8 - 10, -10],
        [tip - 8, top + 40],
        [tip, top, 1],
        [tip + 12, top + 44],
        [x * 0.8 + 10, -6],
        [x * 0.6 + 7, 40],
      ],
      pen.main,
    )
    pen.gouges([[(x + tip) / 2, -30, 70, 90 + (x - tip) * 0.8, 3]], pen.light)
    pen.cut(
      [
        [x * 0.6 - 7, 34],
        [x * 0.6 - 12, 76],
        [x * 0.6, 88],
        [x * 0.6 + 12, 76],
        [x * 0.6 + 7, 34],
      ],
      pen.chalk,
    )
  }
  pen.lines(
    [-18, -8, 0, 8, 18].map((x): Point[] => [
      [x, 86],
      [x * 1.5, 100],
    ]),
    2.5,
    pen.ink,
  )
  pen.cut(
    [
      [-34, 16],
      [0, 22],
      [34, 16],
      [32, 32],
      [0, 38],
      [-32, 32],
    ],
    inks.straw,
  )
}

function drawTomato(pen: Pen) {
  pen.cut(
    [
      [0, -56],
      [50, -68],
      [94, -20],
      [82, 54],
      [30, 92],
      [-30, 92],
      [-82, 54],
      [-94, -20],
      [-50, -68],
    ],
    pen.main,
  )
  pen.flat(
    [
      [62, -46],
      [88, -10],
      [76, 52],
      [26, 86],
      [-4, 86],
      [52, 46],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-60, 0, 52, 80, 7],
      [-42, -6, 34, 80, 4],
      [10, -10, 50, 96, 3],
    ],
    pen.light,
  )
  pen.cut(
    [
      [0, -70, 1],
      [20, -60],
      [60, -70, 1],
      [30, -46],
      [42, -20, 1],
      [8, -42],
      [-8, -14, 1],
      [-16, -42],
      [-52, -30, 1],
      [-28, -54],
      [-46, -76, 1],
      [-12, -64],
    ],
    pen.leaf,
  )
  pen.limbs(
    [
      [
        [0, -60],
        [-2, -80],
        [8, -94],
      ],
    ],
    6,
    pen.leaf,
  )
}

function drawPepper(pen: Pen) {
  for (const [x, flip] of [
    [-30, -1],
    [28, 1],
  ] as const) {
    pen.cut(
      [
        [x - 20 * flip, -50],
        [x + 8 * flip, -62],
        [x + 34 * flip, -40],
        [x + 34 * flip, 10],
        [x + 10 * flip, 70],
        [x - 20 * flip, 98, 1],
        [x - 8 * flip, 40],
        [x - 20 * flip, 0],
      ],
      pen.main,
    )
    pen.gouges([[x + 22 * flip, -4, 66, 90 + 14 * flip, 6]], pen.dark, true)
    pen.gouges([[x - 2 * flip, -10, 60, 90 + 4 * flip, 5]], pen.light, true)
    pen.cut(
      [
        [x - 22 * flip, -46],
        [x - 10 * flip, -66],
        [x + 14 * flip, -70],
        [x + 36 * flip, -46],
        [x + 8 * flip, -54],
      ],
      pen.leaf,
    )
    pen.limbs(
      [
        [
          [x + 6 * flip, -62],
          [x + 4 * flip, -84],
          [x - 14 * flip, -96],
        ],
      ],
      6,
      pen.leaf,
    )
  }
}

function drawEggplant(pen: Pen) {
  pen.cut(
    [
      [-52, -60],
      [-20, -76],
      [20, -44],
      [74, 10],
      [96, 60],
      [66, 94],
      [16, 80],
      [-30, 20],
      [-62, -30],
    ],
    pen.main,
  )
  pen.flat(
    [
      [30, -30],
      [74, 16],
      [90, 60],
      [64, 88],
      [40, 84],
      [66, 56],
      [50, 10],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-8, 0, 90, 52, 7],
      [-26, -20, 40, 58, 4],
    ],
    pen.light,
  )
  pen.cut(
    [
      [-66, -66],
      [-44, -86],
      [-14, -74],
      [14, -44, 1],
      [-12, -46],
      [-16, -18, 1],
      [-38, -34],
      [-60, -14, 1],
      [-64, -42],
    ],
    pen.leaf,
  )
  pen.limbs(
    [
      [
        [-52, -72],
        [-70, -92],
        [-88, -92],
      ],
    ],
    9,
    pen.leaf,
  )
}

function drawCucumber(pen: Pen) {
  for (const [x, y] of [
    [0, -26],
    [4, 40],
  ] as const) {
    pen.cut(
      [
        [x - 92, y + 18],
        [x - 70, y - 10],
        [x, y - 34],
        [x + 76, y - 14],
        [x + 96, y + 12],
        [x + 70, y + 28],
        [x, y + 12],
        [x - 66, y + 36],
      ],
      pen.main,
    )
    pen.gouges(
      [
        [x - 50, y + 8, 60, -16, 3],
        [x + 20, y - 10, 80, 6, 3],
        [x - 10, y + 4, 60, -4, 3],
      ],
      pen.light,
      true,
    )
    pen.dots(
      [
        [x - 64, y + 20],
        [x - 28, y - 8],
        [x + 6, y - 16],
        [x + 40, y + 2],
        [x + 66, y - 2],
        [x - 40, y + 20],
      ],
      6,
      pen.dark,
    )
    pen.cut(
      [
        [x + 92, y - 2],
        [x + 110, y - 16],
        [x + 106, y + 4],
        [x + 108, y + 22],
      ],
      inks.lemon,
      0.7,
    )
  }
}

function drawCaltrop(pen: Pen) {
  for (const [x, y] of [
    [-14, -36],
    [16, 46],
  ] as const) {
    pen.cut(
      [
        [x - 88, y - 36, 1],
        [x - 56, y - 18],
        [x - 20, y - 34],
        [x + 20, y - 34],
        [x + 56, y - 18],
        [x + 88, y - 36, 1],
        [x + 72, y + 14],
        [x + 30, y + 34],
        [x, y + 28],
        [x - 30, y + 34],
        [x - 72, y + 14],
      ],
      pen.main,
    )
    pen.gouges(
      [
        [x - 40, y + 4, 44, 20, 5],
        [x + 40, y + 4, 44, 160, 5],
        [x, y - 8, 30, 0, 4],
      ],
      pen.light,
    )
    pen.gouges(
      [
        [x - 24, y + 22, 40, 12, 5],
        [x + 24, y + 22, 40, 168, 5],
        [x, y + 8, 28, 90, 4],
      ],
      pen.dark,
    )
  }
}

function drawLotusPod(pen: Pen) {
  pen.limbs(
    [
      [
        [0, 20],
        [-6, 60],
        [8, 100],
      ],
    ],
    9,
    pen.leaf,
  )
  pen.cut(
    [
      [-86, -40],
      [-60, 10],
      [-20, 46],
      [20, 46],
      [60, 10],
      [86, -40],
    ],
    pen.main,
  )
  pen.gouges(
    [
      [-50, -4, 60, 54, 4],
      [-20, 10, 60, 74, 4],
      [20, 10, 60, 106, 4],
      [50, -4, 60, 126, 4],
    ],
    pen.dark,
  )
  pen.cut(oval(0, -42, 88, 40), pen.light)
  for (const [x, y] of [
    [-52, -42],
    [-22, -60],
    [20, -62],
    [52, -44],
    [-22, -28],
    [20, -26],
    [0, -44],
  ] as const) {
    pen.cut(oval(x, y, 12, 9, 0, 6), inks.moss, 0.6)
    pen.dots([[x - 2, y - 2]], 5, pen.chalk)
  }
}

export const field = {
  tea: {
    draw: drawTea,
    colours: ['leaf', 'moss', 'celadon'],
    ways: ['one', 'pair', 'three', 'plate', 'basket'],
    lean: 16,
  },
  rice: { draw: drawRice, colours: ['straw', 'ochre', 'lemon'], ways: ['one', 'pair', 'three'] },
  wheat: { draw: drawWheat, colours: ['ochre', 'straw'], ways: ['one', 'pair', 'three'] },
  corn: { draw: drawCorn, colours: ['lemon', 'ochre', 'straw'], ways: tableWays, lean: 20 },
  bean: { draw: drawBean, colours: ['celadon', 'jade', 'vermilion', 'moss'], ways: tableWays, lean: 20 },
  peanut: { draw: drawPeanut, colours: ['clay', 'ochre', 'straw'], ways: tableWays, lean: 20 },
  greens: { draw: drawGreens, colours: ['leaf', 'celadon', 'moss'], ways: tableWays },
  scallion: {
    draw: drawScallion,
    colours: ['leaf', 'celadon', 'moss'],
    ways: ['one', 'pair', 'three', 'basket'],
    lean: 14,
  },
  tomato: { draw: drawTomato, colours: ['vermilion', 'rose', 'persimmon'], ways: tableWays },
  pepper: { draw: drawPepper, colours: ['vermilion', 'leaf', 'persimmon'], ways: tableWays, lean: 16 },
  eggplant: { draw: drawEggplant, colours: ['violet', 'plum', 'celadon'], ways: tableWays, lean: 16 },
  cucumber: { draw: drawCucumber, colours: ['leaf', 'moss', 'celadon'], ways: tableWays, lean: 20 },
  caltrop: { draw: drawCaltrop, colours: ['plum', 'chestnut', 'celadon', 'vermilion'], ways: tableWays, lean: 12 },
  lotusPod: {
    draw: drawLotusPod,
    colours: ['celadon', 'moss', 'jade'],
    ways: ['one', 'pair', 'three', 'plate', 'basket'],
    lean: 18,
  },
} satisfies Record<string, Art>
