import { inks } from '../inks.ts'
import { leaf, oval, type Pen, type Point } from '../pen.ts'
import { type Art, fruitWays, tableWays } from './art.ts'

function shine(pen: Pen, x = -48, y = 0, reach = 50) {
  pen.gouges(
    [
      [x, y, reach, 84, 6],
      [x + 17, y - 4, reach * 0.6, 84, 4],
    ],
    pen.light,
  )
}

function leafed(pen: Pen, x: number, y: number, length: number, width: number, direction: number) {
  pen.cut(leaf(x, y, length, width, direction), pen.leaf)
  const reach = (direction * Math.PI) / 180
  const [cx, cy] = [x + Math.cos(reach) * length * 0.5, y + Math.sin(reach) * length * 0.5]
  pen.gouges([[cx, cy, length * 0.7, direction, 2]], pen.leafDark, true)
}

function drawPeach(pen: Pen) {
  leafed(pen, 8, 74, 78, 22, 12)
  leafed(pen, -8, 76, 80, 22, 172)
  const body: Point[] = [
    [8, -98, 1],
    [44, -74],
    [92, -30],
    [80, 50],
    [34, 88],
    [0, 80],
    [-34, 88],
    [-82, 48],
    [-90, -24],
    [-40, -72],
  ]
  pen.cut(body, pen.main)
  pen.flat(
    [
      [8, -96, 1],
      [44, -72],
      [88, -30],
      [78, 48],
      [40, 80],
      [60, 20],
      [44, -40],
    ],
    inks.rose,
  )
  pen.gouges(
    [
      [48, -44, 44, 58, 4],
      [66, -8, 44, 78, 4],
      [64, 30, 34, 104, 4],
    ],
    inks.vermilion,
  )
  pen.lines(
    [
      [
        [6, -92],
        [-22, -20],
        [0, 78],
      ],
    ],
    pen.weight * 0.9,
    pen.ink,
  )
  shine(pen, -58, 2, 56)
}

function drawPear(pen: Pen) {
  pen.limbs(
    [
      [
        [2, -66],
        [6, -90],
        [20, -102],
      ],
    ],
    6,
    inks.brown,
  )
  leafed(pen, 8, -84, 66, 20, -8)
  pen.cut(
    [
      [-4, -74],
      [28, -70],
      [34, -28],
      [84, 20],
      [64, 92],
      [0, 84],
      [-64, 92],
      [-84, 20],
      [-36, -28],
      [-30, -70],
    ],
    pen.main,
  )
  pen.flat(
    [
      [30, -50],
      [36, -20],
      [80, 24],
      [62, 86],
      [20, 86],
      [52, 50],
      [44, 10],
    ],
    pen.dark,
  )
  pen.dots(
    [
      [-10, -30],
      [12, 8],
      [-18, 24],
      [4, 46],
      [-38, 58],
      [28, 62],
      [-2, -2],
    ],
    6,
    pen.dark,
  )
  shine(pen, -46, 34, 50)
}

function drawApple(pen: Pen) {
  pen.cut(
    [
      [0, -58],
      [34, -80],
      [92, -58],
      [88, 30],
      [44, 94],
      [0, 82],
      [-44, 94],
      [-88, 30],
      [-92, -58],
      [-34, -80],
    ],
    pen.main,
  )
  pen.flat(
    [
      [52, -66],
      [88, -54],
      [84, 28],
      [44, 90],
      [10, 84],
      [56, 50],
      [66, -10],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-6, -30, 50, 82, 5],
      [18, -26, 58, 96, 5],
      [34, -12, 60, 104, 4],
      [-28, -20, 60, 78, 5],
    ],
    pen.light,
  )
  pen.flat(
    [
      [-30, -60],
      [0, -44],
      [30, -60],
      [0, -70],
    ],
    pen.dark,
  )
  pen.limbs(
    [
      [
        [0, -52],
        [2, -80],
        [14, -98],
      ],
    ],
    6,
    inks.brown,
  )
  leafed(pen, 6, -74, 64, 20, -20)
  shine(pen, -62, -8, 50)
}

function drawCherry(pen: Pen) {
  pen.limbs(
    [
      [
        [-40, 20],
        [-28, -50],
        [18, -92],
      ],
      [
        [46, 34],
        [50, -40],
        [18, -92],
      ],
    ],
    4,
    inks.moss,
  )
  leafed(pen, 18, -90, 78, 24, 14)
  for (const [x, y] of [
    [-40, 42],
    [46, 50],
  ] as const) {
    pen.cut(
      [
        [x, y - 34],
        [x + 34, y - 46],
        [x + 50, y],
        [x + 22, y + 48],
        [x - 22, y + 48],
        [x - 50, y],
        [x - 34, y - 46],
      ],
      pen.main,
    )
    pen.gouges([[x + 24, y + 10, 40, 100, 7]], pen.dark, true)
    pen.gouges([[x - 20, y - 4, 26, 100, 6]], pen.light, true)
  }
}

function drawJujube(pen: Pen) {
  for (const [x, y, turn] of [
    [-44, 6, -14],
    [42, 20, 12],
  ] as const) {
    pen.cut(oval(x, y, 42, 66, turn), pen.main)
    pen.gouges(
      [
        [x + 20, y + 8, 60, 84 + turn, 7],
        [x + 4, y + 26, 36, 70 + turn, 4],
      ],
      pen.dark,
    )
    pen.gouges([[x - 16, y - 8, 44, 90 + turn, 6]], pen.light, true)
    pen.limbs(
      [
        [
          [x + turn, y - 64],
          [x + turn * 1.6, y - 84],
        ],
      ],
      4,
      inks.brown,
    )
  }
}

function drawCitrus(pen: Pen) {
  pen.cut(oval(0, 12, 84, 76, 0, 9), pen.main)
  pen.flat(
    [
      [74, -14],
      [80, 20],
      [44, 82],
      [-10, 86],
      [44, 52],
    ],
    pen.dark,
  )
  pen.dots(
    [
      [-20, 30],
      [10, 52],
      [-44, 44],
      [24, 12],
      [-6, 0],
      [42, -18],
      [-20, -22],
      [-4, 70],
    ],
    5,
    pen.dark,
  )
  leafed(pen, 0, -54, 74, 24, -24)
  leafed(pen, 0, -54, 66, 22, 196)
  pen.limbs(
    [
      [
        [0, -56],
        [4, -76],
      ],
    ],
    7,
    inks.brown,
  )
  shine(pen, -52, 2, 48)
}

function drawLoquat(pen: Pen) {
  pen.limbs(
    [
      [
        [-44, 10],
        [-20, -50],
        [0, -96],
      ],
      [
        [46, 20],
        [24, -40],
        [0, -96],
      ],
    ],
    7,
    inks.brown,
  )
  leafed(pen, 0, -84, 96, 24, 16)
  leafed(pen, 0, -84, 92, 24, 166)
  for (const [x, y] of [
    [46, 34],
    [-46, 28],
    [2, 48],
  ] as const) {
    pen.cut(oval(x, y, 42, 50), pen.main)
    pen.gouges([[x + 22, y + 6, 52, 96, 7]], pen.dark, true)
    pen.gouges([[x - 20, y, 34, 94, 6]], pen.light)
    pen.gouges(
      [
        [x, y + 36, 16, 20, 4],
        [x, y + 36, 16, 130, 4],
      ],
      inks.chestnut,
      true,
    )
  }
}

function drawBayberry(pen: Pen) {
  leafed(pen, 0, -58, 84, 20, -12)
  leafed(pen, 0, -58, 80, 20, 190)
  const edge = Array.from({ length: 15 }, (_, i): Point => {
    const angle = (i / 15) * Math.PI * 2
    return [Math.cos(angle) * 92, 16 + Math.sin(angle) * 86]
  })
  pen.cut(
    edge.flatMap(([x, y]): Point[] => [
      [x * 0.9, y * 0.9 + 2],
      [x, y],
    ]),
    pen.main,
  )
  const bumps = [-54, -18, 18, 54].flatMap((x, i) =>
    [-42, -8, 26, 60].map((y): Point => [x + (i % 2) * 4 + (((y + 42) / 34) % 2) * 16 - 8, y]),
  )
  pen.dots(bumps, 19, pen.dark)
  pen.dots(
    bumps.map(([x, y]): Point => [x - 3, y - 4]),
    9,
    pen.light,
  )
  pen.limbs(
    [
      [
        [0, -62],
        [4, -84],
      ],
    ],
    6,
    inks.brown,
  )
}

function drawGrape(pen: Pen) {
  pen.limbs(
    [
      [
        [0, -50],
        [4, -80],
        [-12, -100],
      ],
    ],
    7,
    inks.brown,
  )
  pen.cut(
    [
      [4, -58, 1],
      [30, -94],
      [58, -84, 1],
      [94, -86],
      [84, -56, 1],
      [98, -34],
      [60, -30, 1],
      [36, -24],
    ],
    pen.leaf,
  )
  pen.gouges(
    [
      [50, -58, 70, -12, 3],
      [56, -70, 36, -50, 3],
    ],
    pen.leafDark,
  )
  const rows = [[-66, -24, 20, 62], [-46, -2, 42], [-66, -22, 24, 64], [-44, 0, 44], [-22, 22], [0]]
  const spots = rows.flatMap((row, r) =>
    row.map((x) => place(x + pen.vary(-3, 3), -38 + r * 25 + pen.vary(-2, 2), pen.vary(0.94, 1.06))),
  )
  pen.stamp(() => {
    pen.cut(oval(0, 0, 24, 24, 0, 7), pen.main)
    pen.gouges([[9, 4, 28, 96, 7]], pen.dark, true)
    pen.gouges([[-8, -5, 18, 110, 5]], pen.light, true)
  }, spots)
}
const place = (x: number, y: number, s: number) => `translate(${Math.round(x)} ${Math.round(y)})scale(${s.toFixed(2)})`

function drawStrawberry(pen: Pen) {
  pen.cut(
    [
      [0, -50],
      [50, -66],
      [88, -30],
      [64, 40],
      [0, 112],
      [-64, 40],
      [-88, -30],
      [-50, -66],
    ],
    pen.main,
  )
  pen.flat(
    [
      [60, -50],
      [84, -26],
      [60, 38],
      [6, 98],
      [30, 50],
      [56, 0],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-50, -20, 12, 90, 5],
      [-18, -18, 12, 90, 5],
      [16, -18, 12, 90, 5],
      [48, -20, 12, 90, 5],
      [-34, 10, 12, 80, 5],
      [0, 12, 12, 90, 5],
      [34, 10, 12, 100, 5],
      [-20, 40, 12, 80, 5],
      [16, 42, 12, 95, 5],
      [-2, 66, 12, 90, 5],
    ],
    inks.straw,
    true,
  )
  pen.cut(
    [
      [0, -76, 1],
      [24, -74],
      [66, -66, 1],
      [36, -50],
      [30, -26, 1],
      [8, -44],
      [0, -18, 1],
      [-10, -44],
      [-32, -26, 1],
      [-36, -50],
      [-66, -64, 1],
      [-24, -74],
    ],
    pen.leaf,
  )
  pen.limbs(
    [
      [
        [0, -70],
        [4, -86],
        [16, -98],
      ],
    ],
    6,
    pen.leaf,
  )
}

function drawWatermelon(pen: Pen) {
  const sliced = pen.random() < 0.6
  pen.cut(oval(sliced ? -12 : 0, 6, 86, 82, 0, 10), pen.main)
  const stripes = (sliced ? [-70, -40, -10, 24] : [-62, -26, 10, 46]).map((x): Point[] => [
    [x * 0.35 - 4, -70],
    [x * 1.05, -36],
    [x * 0.96 + 6, 0],
    [x * 1.1, 40],
    [x * 0.4, 80],
  ])
  pen.lines(stripes, 11, pen.dark)
  pen.limbs(
    [
      [
        [-4, -74],
        [2, -94],
        [20, -92],
      ],
    ],
    6,
    inks.moss,
  )
  if (!sliced) return shine(pen, -66, 0, 44)
  pen.cut(
    [
      [8, 84, 1],
      [50, 104],
      [100, 60, 1],
      [70, -10],
      [52, -40, 1],
      [30, 20],
    ],
    inks.chalk,
  )
  pen.flat(
    [
      [18, 80, 1],
      [50, 92],
      [90, 56, 1],
      [68, -2],
      [54, -24, 1],
      [36, 20],
    ],
    inks.vermilion,
  )
  pen.gouges(
    [
      [52, 28, 10, 80, 5],
      [44, 56, 10, 100, 5],
      [68, 52, 10, 60, 5],
      [60, 8, 10, 90, 5],
    ],
    pen.ink,
    true,
  )
}

export const fruit = {
  peach: { draw: drawPeach, colours: ['blush', 'rose', 'straw'], ways: fruitWays, hang: 180 },
  pear: { draw: drawPear, colours: ['straw', 'jade', 'ochre'], ways: fruitWays },
  apple: { draw: drawApple, colours: ['vermilion', 'rose', 'jade'], ways: fruitWays },
  cherry: { draw: drawCherry, colours: ['vermilion', 'plum', 'rose'], ways: fruitWays },
  jujube: { draw: drawJujube, colours: ['vermilion', 'chestnut', 'jade'], ways: fruitWays },
  citrus: { draw: drawCitrus, colours: ['persimmon', 'ochre', 'lemon'], ways: fruitWays },
  loquat: { draw: drawLoquat, colours: ['ochre', 'lemon', 'persimmon'], ways: fruitWays },
  bayberry: { draw: drawBayberry, colours: ['plum', 'vermilion'], ways: fruitWays },
  grape: {
    draw: drawGrape,
    colours: ['violet', 'plum', 'jade', 'indigo'],
    ways: ['one', 'pair', 'plate', 'basket', 'branch', 'three'],
  },
  strawberry: { draw: drawStrawberry, colours: ['vermilion', 'rose'], ways: tableWays },
  watermelon: {
    draw: drawWatermelon,
    colours: ['leaf', 'celadon', 'moss'],
    ways: ['one', 'pair', 'three', 'heap', 'basket'],
  },
} satisfies Record<string, Art>
