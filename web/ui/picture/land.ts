import { type Ground, inks, mix } from './inks.ts'
import { type Gouge, type Pen, type Point, place } from './pen.ts'

/** Hills behind hills. */
export function ridge(pen: Pen, y: number, rise: number, colour: string, step = 100) {
  const crest = Array.from(
    { length: 840 / step + 1 },
    (_, i): Point => [i * step - 20, y - (i % 2 ? rise : rise * 0.2) * pen.vary(0.6, 1.2)],
  )
  pen.flat([[-20, 300, 1], [-20, y, 1], ...crest, [820, y, 1], [820, 300, 1]], colour)
}

/** White walls, black tiles: the houses of the lower Yangtze. */
export function drawHouse(pen: Pen) {
  pen.cut(
    [
      [-34, 0, 1],
      [-34, -30, 1],
      [34, -30, 1],
      [34, 0, 1],
    ],
    inks.chalk,
    0.8,
  )
  pen.cut(
    [
      [-44, -28, 1],
      [-36, -40],
      [-24, -50, 1],
      [24, -50, 1],
      [36, -40],
      [44, -28, 1],
    ],
    inks.soot,
    0.8,
  )
  pen.gouges(
    [
      [-16, -39, 22, 100, 2],
      [0, -39, 20, 90, 2],
      [16, -39, 22, 80, 2],
    ],
    inks.stone,
  )
  pen.flats(
    [
      [
        [-8, 0, 1],
        [-8, -20, 1],
        [6, -20, 1],
        [6, 0, 1],
      ],
      [
        [16, -12, 1],
        [16, -22, 1],
        [27, -22, 1],
        [27, -12, 1],
      ],
    ],
    inks.brown,
  )
}

/** A round tree. */
export function drawTree(pen: Pen, colour: string) {
  pen.lines(
    [
      [
        [0, 0],
        [1, -26],
      ],
    ],
    5,
    inks.brown,
  )
  pen.cut(
    [
      [-20, -22],
      [-26, -46],
      [-6, -64],
      [18, -58],
      [26, -38],
      [16, -20],
    ],
    colour,
    0.8,
  )
  pen.gouges(
    [
      [-6, -40, 16, 80, 3],
      [8, -44, 16, 100, 3],
    ],
    mix(colour, inks.ink, 0.35),
  )
}

/** Open water with two boats. */
export function water(pen: Pen, top: number, colour: string) {
  pen.flat(
    [
      [-20, top, 1],
      [200, top + 6],
      [500, top - 8],
      [820, top + 6, 1],
      [820, 300, 1],
      [-20, 300, 1],
    ],
    colour,
  )
  const ripples = Array.from(
    { length: 16 },
    (_, i): Gouge => [pen.vary(20, 780), top + 14 + (i % 5) * 14, pen.vary(40, 90), 0, 3],
  )
  pen.gouges(ripples, mix(colour, inks.chalk, 0.5))
  pen.stamp(() => {
    pen.cut(
      [
        [-46, -8, 1],
        [-20, 4],
        [20, 4],
        [46, -10, 1],
        [26, 14],
        [-26, 14],
      ],
      inks.brown,
      0.7,
    )
    pen.cut(
      [
        [-16, 0, 1],
        [-14, -18],
        [14, -18],
        [16, 0, 1],
      ],
      inks.straw,
      0.7,
    )
  }, [place(pen.vary(480, 700), top + 34, 1), place(pen.vary(80, 300), top + 20, 0.7, 0, true)])
}

/** Furrows that meet far away. */
export function fields(pen: Pen, top: number, ground: Ground) {
  pen.flat(
    [
      [-20, top, 1],
      [250, top - 10],
      [560, top + 8],
      [820, top - 6, 1],
      [820, 300, 1],
      [-20, 300, 1],
    ],
    ground.table,
  )
  const vanish = pen.vary(300, 500)
  const rows = Array.from({ length: 13 }, (_, i): Point[] => [
    [vanish + (i - 6) * 26, top + 8],
    [vanish + (i - 6) * 110, 268],
  ])
  pen.lines(rows, 5, ground.shade)
}
