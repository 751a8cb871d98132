import { inks } from '../inks.ts'
import { type Gouge, leaf, oval, type Pen, type Point, place } from '../pen.ts'
import { type Art, standingWays, tableWays } from './art.ts'

function feet(pen: Pen, xs: readonly number[], top: number, colour: string) {
  pen.lines(
    xs.flatMap((x): Point[][] => [
      [
        [x, top],
        [x + 2, 92],
      ],
      [
        [x - 12, 95],
        [x + 2, 90],
        [x + 14, 95],
      ],
    ]),
    6,
    colour,
  )
}

function drawHen(pen: Pen) {
  feet(pen, [-8, 22], 60, inks.ochre)
  pen.cut(
    [
      [40, 0, 1],
      [64, -60],
      [92, -84],
      [102, -50],
      [104, -10],
      [80, 24],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [58, -6, 1],
      [78, -40],
      [100, -30],
      [96, 4],
      [74, 26],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-72, -94],
      [-60, -108],
      [-48, -92, 1],
      [-38, -104],
      [-28, -86],
      [-50, -72],
    ],
    inks.vermilion,
  )
  pen.cut(
    [
      [-72, -56, 1],
      [-94, -52],
      [-76, -42, 1],
    ],
    inks.ochre,
  )
  pen.cut(
    [
      [-66, -84],
      [-38, -86],
      [-26, -46],
      [10, -20],
      [60, -14],
      [84, 10],
      [62, 60],
      [10, 78],
      [-46, 58],
      [-64, 6],
      [-60, -34],
      [-76, -56],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-70, -44],
      [-60, -46],
      [-56, -24],
      [-68, -22],
    ],
    inks.vermilion,
    0.7,
  )
  pen.cut(
    [
      [-14, 0],
      [28, -12],
      [72, 14, 1],
      [50, 38],
      [10, 46],
      [-22, 30],
    ],
    pen.dark,
  )
  const feathers: Gouge[] = [
    [0, 14, 30, 16, 5],
    [24, 22, 34, 14, 5],
    [44, 18, 30, 10, 4],
    [4, 30, 26, 10, 4],
  ]
  pen.gouges(feathers, pen.light)
  pen.gouges(
    [
      [-44, -10, 16, 80, 4],
      [-48, 14, 16, 70, 4],
      [-36, 34, 18, 50, 4],
      [-30, 4, 16, 70, 4],
      [-14, 56, 20, 20, 4],
      [16, 60, 20, 0, 4],
    ],
    pen.dark,
  )
  pen.dots([[-56, -64]], 9, pen.ink)
}

function drawDuck(pen: Pen) {
  feet(pen, [-2, 28], 66, inks.persimmon)
  pen.cut(
    [
      [-78, -64, 1],
      [-104, -62],
      [-100, -48],
      [-74, -44, 1],
    ],
    inks.ochre,
  )
  pen.cut(
    [
      [-74, -86],
      [-44, -92],
      [-26, -60],
      [-26, -20],
      [20, -18],
      [70, -16],
      [104, -30, 1],
      [90, 30],
      [50, 72],
      [-20, 74],
      [-62, 40],
      [-54, -10],
      [-60, -38],
      [-80, -54],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-10, 12],
      [30, -6],
      [88, 0, 1],
      [60, 38],
      [14, 46],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [10, 20, 40, 4, 5],
      [34, 12, 40, 0, 5],
      [40, 28, 36, -8, 5],
    ],
    pen.light,
  )
  pen.gouges(
    [
      [-40, 24, 26, 60, 4],
      [-28, 48, 26, 36, 4],
      [4, 60, 26, 8, 4],
      [-44, 2, 18, 80, 4],
    ],
    pen.dark,
  )
  pen.lines(
    [
      [
        [-58, -32],
        [-44, -26],
        [-28, -34],
      ],
    ],
    8,
    pen.chalk,
  )
  pen.dots([[-60, -68]], 10, pen.chalk).dots([[-60, -68]], 6, pen.ink)
}

function drawGoose(pen: Pen) {
  feet(pen, [6, 34], 66, inks.persimmon)
  pen.cut(
    [
      [-66, -92, 1],
      [-96, -80],
      [-66, -74, 1],
    ],
    inks.persimmon,
  )
  pen.cut(
    [
      [-70, -100],
      [-42, -104],
      [-30, -76],
      [-38, -30],
      [-6, -8],
      [60, -6],
      [106, -26, 1],
      [92, 36],
      [50, 74],
      [-14, 72],
      [-54, 40],
      [-62, -10],
      [-54, -60],
      [-68, -76],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-60, -104],
      [-68, -112],
      [-76, -100],
      [-68, -92],
    ],
    inks.ochre,
    0.8,
  )
  pen.cut(
    [
      [-2, 16],
      [34, 2],
      [88, 4, 1],
      [60, 42],
      [16, 48],
    ],
    pen.light,
  )
  pen.gouges(
    [
      [20, 24, 40, 4, 4],
      [44, 16, 40, 0, 4],
      [46, 32, 34, -8, 4],
      [-34, 30, 26, 60, 4],
      [-20, 54, 26, 30, 4],
      [-48, -40, 30, 84, 3],
    ],
    inks.stone,
    true,
  )
  pen.dots([[-54, -88]], 7, pen.ink)
}

function drawPig(pen: Pen) {
  pen.lines(
    [
      [
        [88, -14],
        [104, -30],
        [94, -40],
        [90, -28],
        [106, -20],
      ],
    ],
    5,
    pen.ink,
  )
  for (const x of [-40, -8, 44, 70])
    pen.cut(
      [
        [x - 13, 40],
        [x + 13, 40],
        [x + 11, 92, 1],
        [x - 11, 92, 1],
      ],
      x === -8 || x === 44 ? pen.dark : pen.main,
    )
  pen.cut(
    [
      [-60, -40],
      [0, -60],
      [70, -46],
      [98, 0],
      [82, 56],
      [20, 66],
      [-40, 62],
      [-76, 20],
    ],
    pen.main,
  )
  pen.flat(
    [
      [-50, 44],
      [10, 50],
      [80, 30],
      [78, 52],
      [20, 62],
      [-40, 58],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [-58, -52],
      [-96, -20],
      [-104, 14],
      [-72, 38],
      [-34, 20],
      [-32, -30],
    ],
    pen.main,
  )
  pen.cut(oval(-92, 12, 15, 20, 10, 7), pen.light)
  pen.gouges(
    [
      [-96, 10, 10, 90, 3],
      [-87, 12, 10, 90, 3],
    ],
    pen.ink,
    true,
  )
  pen.cut(
    [
      [-64, -44, 1],
      [-54, -84, 1],
      [-20, -58],
      [-30, -28],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [0, -36, 40, -4, 4],
      [36, -34, 40, 8, 4],
      [64, -16, 30, 40, 4],
    ],
    pen.light,
  )
  pen.dots([[-66, -12]], 9, pen.ink)
}

function drawGoat(pen: Pen) {
  for (const x of [-28, -6, 46, 66])
    pen.cut(
      [
        [x - 10, 34],
        [x + 10, 34],
        [x + 7, 92, 1],
        [x - 7, 92, 1],
      ],
      x === -6 || x === 46 ? pen.dark : pen.main,
    )
  pen.cut(
    [
      [76, -24],
      [100, -46, 1],
      [98, -14],
      [84, 0],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-50, -30],
      [0, -34],
      [66, -38],
      [92, 0],
      [74, 48],
      [10, 52],
      [-40, 48],
      [-58, 10],
    ],
    pen.main,
  )
  pen.limbs(
    [
      [
        [-58, -74],
        [-44, -106],
        [-14, -104],
      ],
      [
        [-66, -76],
        [-62, -112],
        [-36, -118],
      ],
    ],
    6,
    inks.clay,
  )
  pen.cut(
    [
      [-66, -82],
      [-42, -80],
      [-26, -30],
      [-30, 10],
      [-62, 6],
      [-62, -24],
      [-84, -30],
      [-98, -44],
    ],
    pen.main,
  )
  pen.cut(leaf(-46, -64, 36, 13, 20), pen.dark)
  pen.cut(
    [
      [-92, -34],
      [-78, -30],
      [-82, 0, 1],
    ],
    pen.light,
    0.8,
  )
  pen.gouges(
    [
      [-10, -8, 18, 80, 4],
      [16, -14, 18, 80, 4],
      [42, -12, 18, 80, 4],
      [66, -4, 18, 90, 4],
      [4, 18, 18, 80, 4],
      [32, 16, 18, 80, 4],
      [58, 22, 18, 90, 4],
      [-26, 20, 18, 70, 4],
    ],
    pen.dark,
  )
  pen.dots([[-68, -58]], 8, pen.ink)
}

function drawEgg(pen: Pen) {
  pen.cut(
    [
      [0, -92],
      [42, -76],
      [74, -4],
      [62, 70],
      [0, 98],
      [-62, 70],
      [-74, -4],
      [-42, -76],
    ],
    pen.main,
  )
  pen.flat(
    [
      [40, -50],
      [68, 4],
      [56, 66],
      [0, 90],
      [-20, 84],
      [36, 48],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-40, -6, 60, 98, 8],
      [-22, -30, 36, 104, 4],
    ],
    pen.light,
  )
  pen.dots(
    [
      [-10, 20],
      [10, -20],
      [20, 30],
      [-26, 48],
      [30, -2],
      [2, 60],
    ],
    4,
    pen.dark,
  )
}

function drawHam(pen: Pen) {
  pen.limbs(
    [
      [
        [-30, -40],
        [-62, -88],
        [-80, -104],
      ],
    ],
    15,
    pen.chalk,
  )
  pen.cut(
    [
      [-58, -64],
      [-24, -78],
      [30, -54],
      [88, 0],
      [90, 62],
      [40, 94],
      [-20, 70],
      [-54, 10],
      [-68, -40],
    ],
    pen.main,
  )
  pen.flat(
    [
      [40, -30],
      [84, 10],
      [82, 58],
      [40, 86],
      [6, 76],
      [56, 50],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-26, -20, 60, 56, 6],
      [0, -16, 50, 46, 5],
      [-22, 26, 50, 60, 5],
    ],
    pen.light,
  )
  pen.cut(oval(44, 44, 30, 26, 30), inks.blush)
  pen.dots([[46, 44]], 15, pen.chalk)
  pen.lines(
    [
      [
        [-66, -46],
        [-46, -54],
        [-34, -74],
      ],
    ],
    7,
    inks.straw,
  )
}

function drawSausage(pen: Pen) {
  pen.lines(
    [
      [
        [-96, -96],
        [0, -104],
        [96, -96],
      ],
    ],
    6,
    inks.brown,
  )
  pen.stamp(
    () => {
      pen.lines(
        [
          [
            [0, -98],
            [2, -80],
          ],
        ],
        4,
        inks.straw,
      )
      pen.cut(
        [
          [-14, -76],
          [0, -84],
          [14, -76],
          [19, -30],
          [15, 4],
          [0, 12],
          [-15, 4],
          [-19, -30],
        ],
        pen.main,
      )
      pen.cut(
        [
          [-14, 16],
          [0, 10],
          [14, 16],
          [19, 50],
          [15, 86],
          [0, 94],
          [-15, 86],
          [-19, 50],
        ],
        pen.main,
      )
      pen.gouges(
        [
          [8, -34, 70, 92, 4],
          [8, 52, 60, 92, 4],
        ],
        pen.dark,
        true,
      )
      pen.dots(
        [
          [-5, -54],
          [-4, -20],
          [-6, 36],
          [-2, 66],
          [2, -40],
        ],
        6,
        pen.light,
      )
    },
    [-72, -24, 24, 72].map((x) => place(x, Math.abs(x) / 12, 1, pen.vary(-2, 2))),
  )
}

function drawCocoon(pen: Pen) {
  for (const [x, y, turn] of [
    [-34, -34, -30],
    [38, -10, 24],
    [-14, 48, 8],
  ] as const) {
    pen.cut(oval(x, y, 56, 36, turn), pen.main)
    pen.gouges(
      [
        [x - 10, y - 8, 70, turn - 6, 3],
        [x + 6, y + 4, 70, turn + 10, 3],
        [x, y + 16, 54, turn, 4],
        [x - 8, y - 18, 44, turn + 14, 3],
      ],
      pen.dark,
    )
  }
  pen.lines(
    [
      [
        [76, 4],
        [100, 30],
        [60, 60],
        [90, 92],
      ],
    ],
    3,
    pen.ink,
  )
}

export const yard = {
  hen: {
    draw: drawHen,
    colours: ['ochre', 'chalk', 'soot', 'persimmon', 'brown'],
    ways: standingWays,
    outdoors: true,
    lean: 3,
  },
  duck: { draw: drawDuck, colours: ['chalk', 'clay', 'stone', 'sky'], ways: standingWays, outdoors: true, lean: 3 },
  goose: { draw: drawGoose, colours: ['chalk', 'stone'], ways: standingWays, outdoors: true, lean: 3 },
  pig: { draw: drawPig, colours: ['blush', 'soot', 'rose'], ways: standingWays, outdoors: true, lean: 3 },
  goat: { draw: drawGoat, colours: ['chalk', 'straw', 'brown'], ways: standingWays, outdoors: true, lean: 3 },
  egg: { draw: drawEgg, colours: ['blush', 'chalk', 'celadon', 'clay'], ways: tableWays, lean: 16 },
  ham: { draw: drawHam, colours: ['vermilion', 'brown', 'rose'], ways: ['one', 'pair', 'three', 'plate'], lean: 12 },
  sausage: { draw: drawSausage, colours: ['vermilion', 'plum', 'brown'], ways: ['one', 'pair'] },
  cocoon: { draw: drawCocoon, colours: ['chalk', 'straw', 'blush'], ways: tableWays, lean: 20 },
} satisfies Record<string, Art>
