import { type Ground, inks } from './inks.ts'
import { oval, type Pen, type Point } from './pen.ts'
import { pick } from './random.ts'

/** Something that stands behind animals, so that two flocks in the same light still differ. */
type Prop = (pen: Pen, x: number, ground: Ground) => void

const fence: Prop = (pen, _, ground) => {
  const posts = Array.from({ length: 6 }, (_, i) => `M${Math.round(22 + i * 70 + pen.vary(-6, 6))} 210v86`)
  pen.strokes(`${posts.join('')}M0 232l400-6M0 264l400 4`, 9, ground.shade)
}

const haystack: Prop = (pen, x) => {
  pen.cut(
    [
      [x - 62, 300, 1],
      [x - 50, 220],
      [x - 10, 160],
      [x + 10, 160],
      [x + 50, 220],
      [x + 62, 300, 1],
    ],
    inks.straw,
  )
  const straws = [-34, -12, 12, 34].map((dx) => [x + dx, 262 - Math.abs(dx) / 3, 50, 90 + dx * 0.5, 4] as const)
  pen.gouges(straws, inks.ochre)
}

const tree: Prop = (pen, x) => {
  pen.limbs([[[x, 300] as Point, [x + 4, 240] as Point, [x, 170] as Point]], 10, inks.brown)
  pen.cut(oval(x, 130, 62, 52, pen.vary(-10, 10), 7), pen.leaf)
}

const shed: Prop = (pen, x) => {
  const box: Point[] = [
    [x - 50, 300, 1],
    [x - 50, 222, 1],
    [x + 50, 222, 1],
    [x + 50, 300, 1],
  ]
  pen.cut(box, inks.chalk)
  pen.cut([[x - 70, 226, 1] as Point, [x - 50, 180, 1], [x + 50, 180, 1], [x + 70, 226, 1]], inks.soot)
}

const nothing: Prop = () => {}

const props = [fence, haystack, tree, shed, nothing]

/** Puts one thing, or nothing, behind the animals. */
export function furnishYard(pen: Pen, ground: Ground) {
  const prop = pick(pen.random, props)
  prop(pen, pen.random() < 0.5 ? pen.vary(56, 92) : pen.vary(308, 344), ground)
}
