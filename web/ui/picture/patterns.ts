import type { Ground } from './inks.ts'
import { type Gouge, oval, type Pen, type Point } from './pen.ts'

/** Paints what lies behind things, in a frame of 400 × 400. */
export type Pattern = (pen: Pen, ground: Ground) => void

const range = (count: number) => Array.from({ length: count }, (_, i) => i)

const paintPaper: Pattern = (pen, { tone }) => {
  const chatter = range(18).map(
    (): Gouge => [pen.vary(30, 370), pen.vary(24, 290), pen.vary(16, 46), pen.vary(-8, 8), 3],
  )
  pen.gouges(chatter, tone)
}

const paintRays: Pattern = (pen, { tone }) => {
  const x = pen.vary(140, 260)
  const count = 13
  const wedge = (i: number): Point[] => {
    const at = (turn: number): Point => [x + Math.cos(turn) * 420, 250 + Math.sin(turn) * 420, 1]
    const turn = Math.PI + ((i + 0.25) / count) * Math.PI
    return [[x, 250, 1], at(turn), at(turn + pen.vary(0.09, 0.14))]
  }
  pen.flats(range(count).map(wedge), tone)
}

const paintWaves: Pattern = (pen, { tone }) => {
  const [wide, high] = [Math.round(pen.vary(52, 72)), 64]
  const id = pen.newId()
  const half = wide / 2
  const scale = (x: number, y: number) =>
    `M${x} ${y}q${half}-34 ${wide} 0M${x + 8} ${y + 4}q${half - 8}-18 ${wide - 16} 0`
  const d = `${scale(0, 30)}${scale(-half, 62)}${scale(half, 62)}`
  pen.raw(`<pattern id="${id}" width="${wide}" height="${high}" patternUnits="userSpaceOnUse">`)
  pen.strokes(d, 5, tone).raw('</pattern>').raw(`<path fill="url(#${id})" d="M2 2h396v310H2z"/>`)
}

const paintFields: Pattern = (pen, { tone }) => {
  const top = 150 + pen.vary(-16, 16)
  const sun = pen.vary(80, 320)
  pen.flat(oval(sun, top - 54, 34, 34), tone)
  pen.flat(
    [
      [0, top, 1],
      [90, top - 34],
      [200, top - 4],
      [300, top - 40],
      [400, top - 6, 1],
      [400, top + 14, 1],
      [0, top + 14, 1],
    ],
    tone,
  )
  const lines = range(11).map((i): Point[] => [
    [200 + (i - 5) * 14, top + 22],
    [200 + (i - 5) * 70, 300],
  ])
  pen.lines(lines, 6, tone)
}

const paintLattice: Pattern = (pen, { tone }) => {
  const step = Math.round(pen.vary(50, 66))
  const down = range(14).map((i) => `M${i * step - 300} 0l300 300`)
  const up = range(14).map((i) => `M${i * step} 0l-300 300`)
  pen.strokes(down.join('') + up.join(''), 5, tone)
}

const paintDots: Pattern = (pen, { tone }) => {
  const size = pen.random() < 0.5 ? 12 : 8
  const step = size * 3
  const rows = range(Math.ceil(310 / (step * 0.85))).map(
    (r) => `M${(r % 2) * (step / 2) + 12} ${Math.round(22 + r * step * 0.85)}h380`,
  )
  pen.strokes(rows.join(''), size, tone, ` stroke-dasharray="0 ${step}"`)
}

const paintHills: Pattern = (pen, { tone, shade }) => {
  pen.flat(oval(pen.vary(90, 310), pen.vary(70, 100), 36, 36), shade)
  const top = pen.vary(150, 180)
  pen.flat(
    [
      [0, top, 1],
      [70, top - 70],
      [130, top - 20],
      [210, top - 90],
      [300, top - 10],
      [350, top - 50],
      [400, top - 20, 1],
      [400, 300, 1],
      [0, 300, 1],
    ],
    tone,
  )
  pen.gouges(
    [
      [80, top - 10, 60, 60, 4],
      [104, top, 50, 64, 4],
      [220, top - 20, 70, 62, 4],
      [246, top - 8, 60, 66, 4],
      [344, top + 2, 40, 64, 4],
    ],
    shade,
  )
}

const paintSun: Pattern = (pen, { tone }) => {
  pen.flat(oval(200 + pen.vary(-14, 14), 172, 140, 140, 0, 12), tone)
}

const paintReeds: Pattern = (pen, { tone }) => {
  const blades = range(15).map(
    (i): Gouge => [
      14 + i * 27 + pen.vary(-8, 8),
      190 + pen.vary(-30, 30),
      pen.vary(180, 290),
      90 + pen.vary(-13, 13),
      pen.vary(6, 11),
    ],
  )
  pen.gouges(blades, tone, true)
}

const paintClouds: Pattern = (pen, { tone }) => {
  const cloud = (x: number, y: number): Point[][] => [
    [
      [x, y],
      [x + 30, y - 2],
      [x + 110, y],
    ],
    [
      [x + 14, y],
      [x - 10, y - 34],
      [x + 34, y - 36],
      [x + 34, y - 16],
      [x + 22, y - 14],
    ],
    [
      [x + 34, y - 26],
      [x + 60, y - 56],
      [x + 92, y - 22],
      [x + 76, y - 8],
      [x + 66, y - 20],
    ],
    [
      [x - 30, y + 13],
      [x + 20, y + 11],
      [x + 74, y + 13],
    ],
  ]
  const spots: [number, number][] = [
    [40, 90],
    [230, 70],
    [130, 170],
    [300, 180],
    [10, 220],
  ]
  pen.lines(
    spots.flatMap(([x, y]) => cloud(x + pen.vary(-16, 16), y + pen.vary(-12, 12))),
    6,
    tone,
  )
}

const paintRain: Pattern = (pen, { tone }) => {
  const drops = range(40).map(
    (i): Gouge => [20 + (i % 8) * 50 + pen.vary(-14, 14), 30 + Math.floor(i / 8) * 58 + pen.vary(-12, 12), 36, 112, 3],
  )
  pen.gouges(drops, tone)
}

const paintRibbons: Pattern = (pen, { tone }) => {
  const width = Math.round(pen.vary(16, 26))
  const d = range(Math.ceil(400 / (width * 2))).map((i) => `M${i * width * 2 + width} 0v300`)
  pen.strokes(d.join(''), width, tone)
}

/** The cheapest in bytes, for drawings that need the room. */
export const plainPattern: Pattern = paintSun
export const tablePatterns: readonly Pattern[] = [
  paintPaper,
  paintRays,
  paintWaves,
  paintLattice,
  paintDots,
  paintSun,
  paintSun,
  paintReeds,
  paintClouds,
  paintRibbons,
  paintRain,
  paintHills,
]
export const outdoorPatterns: readonly Pattern[] = [
  paintFields,
  paintHills,
  paintSun,
  paintReeds,
  paintClouds,
  paintRays,
  paintRain,
]
