import { frame } from './draw.ts'
import { type Ground, inks, mix } from './inks.ts'
import { drawHouse, drawTree, fields, ridge, water } from './land.ts'
import { leaf, oval, Pen, place } from './pen.ts'
import { foldText, pick, randomFrom } from './random.ts'

/** What the land of a village is like. */
export const terrains = ['fields', 'water', 'hills', 'coast', 'orchard'] as const
export type Terrain = (typeof terrains)[number]

const skies: readonly Ground[] = [
  { ground: '#f3e7c8', tone: '#e7d3a0', table: '#8fae83', shade: '#6f9166' },
  { ground: '#dbe5de', tone: '#c0d2c8', table: '#9db883', shade: '#7c9a63' },
  { ground: '#f2dccb', tone: '#e6c2a8', table: '#b6b572', shade: '#959453' },
  { ground: '#cfdde0', tone: '#b2c9cf', table: '#7fa37f', shade: '#5f8562' },
]

/** Draws the land of a village: sky, hills, fields or water, a few houses; at most 4 KB. */
export function drawVillageScene({ code, terrain, label }: { code: string; terrain: Terrain; label?: string }): string {
  const random = randomFrom(`${terrain} ${code}`)
  const ground = pick(random, skies)
  const id = `v${(foldText(`${terrain} ${code}`) % 1679616).toString(36)}`
  const pen = new Pen(random, id, { main: inks.persimmon, leaf: inks.leaf }, 3.5, 1)
  const top = 168 + pen.vary(-8, 8)
  pen.flat(
    [
      [0, 0, 1],
      [800, 0, 1],
      [800, 260, 1],
      [0, 260, 1],
    ],
    ground.ground,
  )
  const sun = pen.vary(90, 710)
  pen.flat(oval(sun, pen.vary(52, 76), 30, 30), pick(random, [inks.persimmon, inks.vermilion, inks.straw]))
  if (terrain === 'hills') ridge(pen, top - 40, 74, ground.tone, 140)
  if (terrain !== 'coast')
    ridge(
      pen,
      top - 4,
      terrain === 'hills' ? 66 : 24,
      mix(ground.tone, ground.shade, 0.5),
      terrain === 'hills' ? 120 : 84,
    )

  if (terrain === 'water' || terrain === 'coast') {
    if (terrain === 'water')
      pen.flat(
        [
          [-20, top - 8, 1],
          [400, top - 16],
          [820, top - 6, 1],
          [820, top + 30, 1],
          [-20, top + 30, 1],
        ],
        ground.table,
      )
    water(pen, top + (terrain === 'water' ? 14 : 4), mix(inks.sky, inks.indigo, 0.25))
  } else fields(pen, top, ground)

  const count = 3 + Math.floor(random() * 3)
  const start = pen.vary(60, 420)
  const shore = terrain === 'water' ? top + 10 : terrain === 'coast' ? top + 8 : top + 14
  if (terrain === 'coast')
    pen.cut(
      [
        [start - 90, shore + 12, 1],
        [start - 40, shore - 4],
        [start + count * 70, shore - 4],
        [start + count * 70 + 60, shore + 12, 1],
      ],
      ground.table,
      0.8,
    )
  const trees = Array.from({ length: terrain === 'orchard' ? 9 : 5 }, (_, i) =>
    terrain === 'orchard'
      ? place(40 + i * 90 + pen.vary(-16, 16), top + 40 + (i % 3) * 22, 1.05)
      : place(start - 80 + i * 96 + pen.vary(-18, 18), shore + 1, pen.vary(0.8, 1.1)),
  )
  const tree = () => drawTree(pen, pick(random, [inks.leaf, inks.moss, inks.celadon]))
  if (terrain !== 'orchard') pen.stamp(tree, trees)
  pen.stamp(
    () => drawHouse(pen),
    Array.from({ length: count }, (_, i) =>
      place(start + i * 74 + pen.vary(-8, 8), shore + (i % 2) * 7, pen.vary(0.85, 1.15), 0, random() < 0.5),
    ),
  )
  if (terrain === 'orchard') pen.stamp(tree, trees)
  if (terrain === 'water')
    for (const x of [pen.vary(20, 90), pen.vary(690, 780)])
      for (const turn of [-100, -84, -70]) pen.flat(leaf(x, 262, pen.vary(50, 80), 5, turn), ground.shade)
  return frame(pen.toString(), 800, 260, label)
}
