import { inks } from '../inks.ts'
import { type Gouge, leaf, mirrored, oval, type Pen, type Point } from '../pen.ts'
import { type Art, standingWays, tableWays } from './art.ts'

const both = (lines: readonly (readonly Point[])[]) => [...lines, ...lines.map(mirrored)]

function drawCrab(pen: Pen) {
  const legs: Point[][] = [
    [
      [48, 2],
      [104, -26],
      [92, 26],
    ],
    [
      [50, 22],
      [112, 14],
      [90, 58],
    ],
    [
      [44, 40],
      [100, 52],
      [72, 86],
    ],
    [
      [32, 50],
      [66, 88],
      [40, 96],
    ],
  ]
  pen.limbs(both(legs), 10, pen.main)
  const arm: Point[] = [
    [46, -14],
    [96, -40],
    [66, -70],
  ]
  pen.limbs(both([arm]), 15, pen.main)
  const claw: Point[] = [
    [44, -46],
    [82, -50],
    [98, -84],
    [66, -112, 1],
    [68, -88],
    [56, -82, 1],
    [48, -92],
    [42, -108, 1],
    [24, -80],
  ]
  pen.cut(claw, pen.main).cut(mirrored(claw), pen.main)
  // The fur on its claws is how a buyer knows the mitten crab.
  const fur: Gouge[] = [
    [50, -56, 20, 60, 5],
    [62, -56, 22, 80, 5],
    [74, -60, 20, 105, 5],
  ]
  pen.gouges([...fur, ...fur.map(([x, y, l, d, w]): Gouge => [-x, y, l, 180 - d, w])], inks.chestnut, true)
  pen.lines(
    both([
      [
        [16, -36],
        [20, -58],
      ],
    ]),
    5,
    pen.ink,
  )
  pen.dots(
    [
      [20, -60],
      [-20, -60],
    ],
    13,
    pen.ink,
  )
  pen.cut(
    [
      [0, -46],
      [40, -48, 1],
      [66, -26],
      [74, 10],
      [48, 62],
      [0, 70],
      [-48, 62],
      [-74, 10],
      [-66, -26],
      [-40, -48, 1],
    ],
    pen.main,
  )
  pen.flat(
    [
      [-50, 36],
      [-30, 54],
      [0, 62],
      [30, 54],
      [50, 36],
      [0, 44],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-18, -14, 40, 60, 5],
      [18, -14, 40, 120, 5],
      [0, 14, 44, 0, 5],
    ],
    pen.dark,
    true,
  )
  pen.gouges(
    [
      [-44, -20, 26, 130, 5],
      [44, -20, 26, 50, 5],
      [0, -34, 40, 0, 4],
      [-50, 8, 22, 100, 4],
    ],
    pen.light,
  )
}

function drawShrimp(pen: Pen) {
  const turn = (t: number) => -2.5 + t * 4.1
  const width = (t: number) => 30 * (1 - t * 0.62)
  const along = (t: number, side: number): Point => {
    const radius = 58 + side * width(t)
    return [Math.cos(turn(t)) * radius * 1.12 + 6, Math.sin(turn(t)) * radius + 12]
  }
  const steps = [0, 0.17, 0.34, 0.5, 0.66, 0.82, 1]
  const tail = along(1, 0)
  pen
    .cut(leaf(tail[0] + 8, tail[1] - 2, 54, 12, 150), pen.main)
    .cut(leaf(tail[0] + 4, tail[1] + 2, 56, 12, 190), pen.main)
  pen.lines(
    [
      [
        [-46, -34],
        [-100, -70],
        [-104, 20],
      ],
      [
        [-46, -38],
        [-60, -104],
        [40, -100],
      ],
    ],
    3.5,
    pen.ink,
  )
  pen.lines(
    [
      [
        [-38, 0],
        [-24, 26],
        [-34, 42],
      ],
      [
        [-16, -6],
        [-8, 20],
        [-20, 34],
      ],
      [
        [10, -16],
        [10, 12],
        [0, 22],
      ],
      [
        [28, -6],
        [20, 16],
        [8, 20],
      ],
    ],
    5,
    pen.dark,
  )
  pen.cut(
    [[-78, -40, 1], ...steps.map((t) => along(t, 1)), ...steps.toReversed().map((t) => along(t, -1)), [-64, -4]],
    pen.main,
  )
  pen.lines(
    [0.2, 0.34, 0.48, 0.62, 0.76, 0.89].map((t) => [along(t, 0.95), along(t + 0.03, 0), along(t, -0.9)]),
    pen.weight * 0.8,
    pen.ink,
  )
  pen.gouges(
    [0.27, 0.41, 0.55, 0.69].map(
      (t): Gouge => [...(along(t, 0.45) as [number, number]), 17, (turn(t) * 180) / Math.PI + 90, 4],
    ),
    pen.light,
  )
  pen.dots([[-50, -28]], 10, pen.ink)
}

function drawCrayfish(pen: Pen) {
  pen.limbs(
    both([
      [
        [26, -8],
        [66, -2],
        [70, 22],
      ],
      [
        [24, 10],
        [60, 28],
        [52, 54],
      ],
    ]),
    6,
    pen.main,
  )
  pen.limbs(
    both([
      [
        [22, -30],
        [62, -30],
        [52, -62],
      ],
    ]),
    12,
    pen.main,
  )
  const claw: Point[] = [
    [42, -56],
    [72, -52],
    [88, -86],
    [66, -112, 1],
    [64, -88],
    [52, -84, 1],
    [46, -110, 1],
    [28, -82],
  ]
  pen.cut(claw, pen.main).cut(mirrored(claw), pen.main)
  pen.lines(
    both([
      [
        [8, -50],
        [20, -90],
        [2, -112],
      ],
    ]),
    3.5,
    pen.ink,
  )
  for (const x of [-32, 32, 0]) pen.cut(leaf(x * 0.3, 66, 40, 18, 90 - x * 1.5), pen.main)
  pen.cut(
    [
      [-22, 8, 1],
      [22, 8, 1],
      [26, 40],
      [14, 76, 1],
      [-14, 76, 1],
      [-26, 40],
    ],
    pen.main,
  )
  pen.lines(
    [22, 38, 54, 68].map((y): Point[] => [
      [-22 + y / 9, y],
      [0, y + 9],
      [22 - y / 9, y],
    ]),
    pen.weight * 0.8,
    pen.ink,
  )
  pen.cut(
    [
      [0, -78, 1],
      [20, -48],
      [36, -20],
      [28, 18],
      [0, 24],
      [-28, 18],
      [-36, -20],
      [-20, -48],
    ],
    pen.main,
  )
  pen.gouges(
    [
      [0, 0, 40, 90, 4],
      [-16, -20, 40, 105, 5],
      [16, -20, 40, 75, 5],
    ],
    pen.dark,
    true,
  )
  pen.gouges(
    [
      [56, -76, 26, 60, 4],
      [-56, -76, 26, 120, 4],
      [-8, -38, 22, 100, 3],
    ],
    pen.light,
  )
  pen.dots(
    [
      [14, -50],
      [-14, -50],
    ],
    8,
    pen.ink,
  )
}

function drawFish(pen: Pen) {
  const slim = pen.vary(0.72, 1)
  const deep = (y: number) => 12 + y * slim
  pen.cut(
    [
      [58, 12, 1],
      [104, deep(-52), 1],
      [92, 12],
      [106, deep(58), 1],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [-22, deep(-44), 1],
      [6, deep(-86)],
      [44, deep(-56)],
      [40, deep(-24), 1],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [-20, deep(38), 1],
      [0, deep(74)],
      [20, deep(62)],
      [16, deep(30), 1],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [-102, 8, 1],
      [-70, deep(-48)],
      [-10, deep(-62)],
      [60, deep(-14)],
      [72, 12, 1],
      [60, deep(16)],
      [-10, deep(62)],
      [-70, deep(46)],
    ],
    pen.main,
  )
  pen.flat(
    [
      [-96, 14],
      [-60, deep(26)],
      [0, deep(22)],
      [62, deep(6)],
      [0, deep(58)],
      [-66, deep(42)],
    ],
    pen.light,
  )
  const scales = [-20, 2, 24, 44].flatMap((x, i) =>
    [-20, 0, 18].slice(i > 2 ? 1 : 0, i > 2 ? 2 : 3).map((y): Point[] => [
      [x, deep(y - 9)],
      [x + 13, deep(y)],
      [x, deep(y + 9)],
    ]),
  )
  pen.lines(scales, pen.weight * 0.75, pen.dark)
  pen.lines(
    [
      [
        [-54, deep(-38)],
        [-34, deep(0)],
        [-52, deep(38)],
      ],
    ],
    pen.weight,
    pen.ink,
  )
  pen.dots([[-72, deep(-12)]], 18, pen.chalk).dots([[-73, deep(-12)]], 10, pen.ink)
  pen.gouges([[-34, deep(16), 34, 20, 7]], pen.dark, true)
}

function drawPuffer(pen: Pen) {
  pen.cut(
    [
      [62, 6, 1],
      [100, -24, 1],
      [92, 10],
      [104, 40, 1],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [20, -52, 1],
      [44, -86],
      [66, -60],
      [52, -30, 1],
    ],
    pen.dark,
  )
  pen.cut(
    [
      [-98, 0, 1],
      [-78, -46],
      [-10, -72],
      [58, -26],
      [76, 8, 1],
      [50, 56],
      [-10, 92],
      [-80, 56],
    ],
    pen.main,
  )
  pen.flat(
    [
      [-94, 6],
      [-50, 20],
      [10, 30],
      [70, 12],
      [46, 54],
      [-10, 86],
      [-76, 52],
    ],
    pen.chalk,
  )
  pen.dots(
    [
      [-30, -34],
      [-4, -44],
      [20, -30],
      [-14, -14],
      [40, -10],
      [12, -6],
    ],
    12,
    pen.dark,
  )
  pen.gouges(
    [
      [-40, 50, 14, 80, 4],
      [-14, 62, 14, 90, 4],
      [14, 56, 14, 100, 4],
      [-4, 40, 12, 90, 4],
      [36, 42, 12, 110, 4],
    ],
    inks.stone,
  )
  pen.cut(leaf(-18, 4, 44, 16, 20), pen.dark)
  pen.dots([[-66, -20]], 20, pen.chalk).dots([[-66, -20]], 11, pen.ink)
  pen.lines(
    [
      [
        [-98, 2],
        [-88, 8],
        [-82, 4],
      ],
    ],
    pen.weight,
    pen.ink,
  )
}

function drawShell(pen: Pen) {
  pen.cut(
    [
      [-16, 72, 1],
      [-80, 62],
      [-104, 0],
      [-60, -66],
      [0, -84],
      [60, -66],
      [104, 0],
      [80, 62],
      [16, 72, 1],
      [14, 90],
      [-14, 90],
    ],
    pen.main,
  )
  for (const reach of [0.78, 0.55, 0.32]) {
    const arc: Point[] = [
      [-88, 30],
      [-66, -54],
      [0, -80],
      [66, -54],
      [88, 30],
    ]
    pen.lines([arc.map(([x, y]): Point => [x * reach, 74 + (y - 74) * reach])], pen.weight * (reach + 0.3), pen.dark)
  }
  pen.gouges(
    [
      [-62, 6, 60, 42, 5],
      [-34, -20, 84, 66, 5],
      [0, -28, 96, 90, 5],
      [34, -20, 84, 114, 5],
      [62, 6, 60, 138, 5],
    ],
    pen.light,
    true,
  )
}

function drawTurtle(pen: Pen) {
  pen.cut(leaf(56, 50, 54, 14, 30), pen.main)
  for (const [x, turn] of [
    [-52, 130],
    [-22, 100],
    [34, 76],
    [60, 50],
  ] as const)
    pen.cut(oval(x, 66, 26, 13, turn), pen.main)
  pen.cut(
    [
      [-56, 40],
      [-92, 20],
      [-104, -10],
      [-86, -30],
      [-66, -8],
      [-44, 10],
    ],
    pen.main,
  )
  pen.cut(
    [
      [-72, 60, 1],
      [-70, -4],
      [-30, -56],
      [34, -54],
      [78, 0],
      [80, 60, 1],
      [0, 72],
    ],
    pen.dark,
  )
  pen.gouges(
    [
      [-34, 6, 50, 70, 6],
      [0, -2, 60, 90, 6],
      [36, 6, 50, 110, 6],
      [-20, -30, 40, -12, 5],
      [24, -30, 36, 16, 5],
      [0, 44, 110, 0, 5],
    ],
    pen.light,
    true,
  )
  pen.dots([[-88, -8]], 8, pen.ink)
}

function drawSeaweed(pen: Pen) {
  const blade = (x: number, lean: number, top: number): Point[] => [
    [x - 12, 90, 1],
    [x - 24 + lean * 0.3, 50],
    [x - 4 + lean * 0.4, 10],
    [x - 26 + lean * 0.8, -30],
    [x + lean, top, 1],
    [x + 18 + lean * 0.8, -26],
    [x + 16 + lean * 0.4, 14],
    [x + 20 + lean * 0.3, 54],
    [x + 12, 90, 1],
  ]
  for (const [x, lean, top, dark] of [
    [-30, -50, -50, 1],
    [34, 48, -60, 1],
    [-8, -24, -98, 0],
    [16, 20, -92, 0],
    [2, 4, -60, 1],
  ] as const) {
    pen.cut(blade(x, lean, top), dark ? pen.dark : pen.main)
    pen.gouges([[x + lean * 0.35, 20, 90, 90 + lean * 0.3, 4]], dark ? pen.main : pen.light)
  }
  pen.cut(
    [
      [-44, 84],
      [0, 70],
      [44, 84],
      [36, 96],
      [-36, 96],
    ],
    inks.clay,
  )
}

export const water = {
  crab: { draw: drawCrab, colours: ['persimmon', 'vermilion', 'moss', 'celadon'], ways: tableWays, lean: 14 },
  shrimp: {
    draw: drawShrimp,
    colours: ['blush', 'persimmon', 'celadon', 'sky'],
    ways: ['one', 'pair', 'three', 'plate', 'heap', 'basket'],
    lean: 20,
  },
  crayfish: {
    draw: drawCrayfish,
    colours: ['vermilion', 'persimmon'],
    ways: ['one', 'pair', 'three', 'plate', 'basket'],
    lean: 30,
  },
  fish: {
    draw: drawFish,
    colours: ['sky', 'celadon', 'ochre', 'stone'],
    ways: standingWays.concat('plate', 'basket'),
    lean: 10,
  },
  puffer: { draw: drawPuffer, colours: ['ochre', 'moss', 'soot'], ways: ['one', 'pair', 'three', 'plate'], lean: 10 },
  shell: { draw: drawShell, colours: ['clay', 'blush', 'stone', 'straw'], ways: tableWays, lean: 24 },
  turtle: { draw: drawTurtle, colours: ['moss', 'celadon'], ways: standingWays },
  seaweed: { draw: drawSeaweed, colours: ['leaf', 'plum', 'moss', 'indigo'], ways: ['one', 'pair', 'three', 'basket'] },
} satisfies Record<string, Art>
