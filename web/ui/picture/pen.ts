import { inks, mix } from './inks.ts'
import { between, type Random } from './random.ts'

/** A point of a drawing; a third value of 1 makes it a sharp corner. */
export type Point = readonly [number, number, (0 | 1)?]
/** A cut of the knife: x, y, length, direction in degrees, width. */
export type Gouge = readonly [number, number, number, number, number?]

const radians = (degrees: number) => (degrees * Math.PI) / 180
const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
/** Writes whole numbers as tightly as SVG allows. */
const tight = (numbers: readonly number[]) => numbers.map((n, i) => (n < 0 || i === 0 ? `${n}` : ` ${n}`)).join('')

/** Traces points as one smooth line of relative quadratic curves in whole units. */
export function trace(points: readonly Point[], closed: boolean): string {
  const count = points.length
  const at = (i: number) => points[(i + count) % count] as Point
  let [x, y] = [0, 0]
  const step = (command: string, ...targets: Point[]) => {
    const numbers = targets.flatMap((p) => [Math.round(p[0]) - x, Math.round(p[1]) - y])
    if (numbers.every((n) => n === 0)) return ''
    const end = targets[targets.length - 1] as Point
    x = Math.round(end[0])
    y = Math.round(end[1])
    return command + tight(numbers)
  }
  const joint = (i: number) => (at(i)[2] ? at(i) : at(i + 1)[2] ? at(i + 1) : middle(at(i), at(i + 1)))
  const start = closed ? joint(count - 1) : at(0)
  x = Math.round(start[0])
  y = Math.round(start[1])
  let d = `M${tight([x, y])}`
  for (let i = closed ? 0 : 1; i < (closed ? count : count - 1); i++) {
    if (at(i)[2]) d += step('l', at(i))
    else d += step('q', at(i), !closed && i === count - 2 ? at(i + 1) : joint(i))
  }
  if (closed) return `${d}z`
  return count === 2 || at(count - 2)[2] ? d + step('l', at(count - 1)) : d
}

/** An oval as eight points. */
export function oval(x: number, y: number, rx: number, ry: number, turn = 0, count = 8): Point[] {
  const reach = 1 / (0.5 + 0.5 * Math.cos(Math.PI / count) ** 2)
  const [cos, sin] = [Math.cos(radians(turn)), Math.sin(radians(turn))]
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * Math.PI * 2
    const [px, py] = [Math.cos(angle) * rx * reach, Math.sin(angle) * ry * reach]
    return [x + px * cos - py * sin, y + px * sin + py * cos]
  })
}

/** A leaf from its stalk end: pointed at both ends, a little fuller near the stalk. */
export function leaf(x: number, y: number, length: number, width: number, direction: number): Point[] {
  const [cos, sin] = [Math.cos(radians(direction)), Math.sin(radians(direction))]
  const place = (along: number, across: number, sharp?: 1): Point => [
    x + along * cos - across * sin,
    y + along * sin + across * cos,
    sharp,
  ]
  return [
    place(0, 0, 1),
    place(length * 0.25, -width * 0.75),
    place(length * 0.72, -width * 0.62),
    place(length, 0, 1),
    place(length * 0.72, width * 0.62),
    place(length * 0.25, width * 0.75),
  ]
}

/** The points seen in a mirror standing at x = 0. */
export function mirrored(points: readonly Point[]): Point[] {
  return points.map(([x, y, sharp]) => [-x, y, sharp])
}

function outset(points: readonly Point[], by: number): Point[] {
  const count = points.length
  const at = (i: number) => points[(i + count) % count] as Point
  const area = points.reduce((sum, p, i) => sum + p[0] * at(i + 1)[1] - at(i + 1)[0] * p[1], 0)
  return points.map(([x, y, sharp], i) => {
    const [dx, dy] = [at(i + 1)[0] - at(i - 1)[0], at(i + 1)[1] - at(i - 1)[1]]
    const reach = ((by * (sharp ? 1.7 : 1)) / (Math.hypot(dx, dy) || 1)) * Math.sign(area)
    return [x + dy * reach, y - dx * reach, sharp]
  })
}

/** What a pen is dipped in. */
export interface PenColours {
  readonly main: string
  readonly leaf: string
}

/**
 * Draws like a woodcut: every form is an ink shape with a colour shape on top that never quite fits, so the line
 * around it swells and thins.
 */
export class Pen {
  readonly main: string
  readonly dark: string
  readonly light: string
  readonly leaf: string
  readonly leafDark: string
  readonly ink = inks.ink
  readonly chalk = inks.chalk
  private out: string[] = []
  private parts = 0
  private readonly slip: Point

  constructor(
    readonly random: Random,
    readonly id: string,
    colours: PenColours,
    /** Thickness of the ink line in the units of this drawing. */
    readonly weight: number,
    /** 2 everything; 1 fewer cuts of the knife and plain lines round small parts; 0 plain lines and needed cuts only. */
    readonly detail: number,
  ) {
    this.main = colours.main
    this.dark = mix(colours.main, inks.ink, 0.28)
    this.light = mix(colours.main, inks.chalk, 0.45)
    this.leaf = colours.leaf
    this.leafDark = mix(colours.leaf, inks.ink, 0.35)
    // The colour block is always a hair out of register, to the same side in the whole print.
    this.slip = [between(random, -0.28, 0.28) * weight, between(random, -0.38, -0.1) * weight]
  }

  vary(low: number, high: number): number {
    return between(this.random, low, high)
  }

  /** A name for a part, unlike any other on a page. */
  newId(): string {
    return `${this.id}${(this.parts++).toString(36)}`
  }

  private shake(points: readonly Point[], by: number): Point[] {
    return points.map(([x, y, sharp]) => [x + this.vary(-by, by), y + this.vary(-by, by), sharp])
  }

  /** A form: ink below, colour above. */
  cut(points: readonly Point[], colour: string, line = 1): this {
    const width = this.weight * line
    if (this.detail === 0 || (this.detail === 1 && points.length < 9)) {
      const edge = `stroke="${this.ink}" stroke-width="${Math.round(width * 15) / 10}"`
      this.out.push(`<path fill="${colour}" ${edge} d="${trace(outset(points, width / 2), true)}"/>`)
      return this
    }
    this.out.push(`<path d="${trace(this.shake(outset(points, width), width * 0.3), true)}"/>`)
    const [sx, sy] = this.slip
    return this.flat(
      this.shake(points, width * 0.15).map(([x, y, sharp]) => [x + sx, y + sy, sharp]),
      colour,
    )
  }

  /** Colour without a line. */
  flat(points: readonly Point[], colour: string): this {
    return this.flats([points], colour)
  }

  /** Several shapes of one colour without a line. */
  flats(shapes: readonly (readonly Point[])[], colour: string): this {
    this.out.push(`<path fill="${colour}" d="${shapes.map((points) => trace(points, true)).join('')}"/>`)
    return this
  }

  /** Open lines of one width. */
  lines(lines: readonly (readonly Point[])[], width: number, colour: string): this {
    const d = lines.map((points) => trace(points, false)).join('')
    return this.strokes(d, Math.round(width * 10) / 10, colour)
  }

  /** Strokes along a path written by hand. */
  strokes(d: string, width: number, colour: string, dash = ''): this {
    this.out.push(`<path fill="none" stroke="${colour}" stroke-width="${width}"${dash} d="${d}"/>`)
    return this
  }

  /** Limbs, stalks and twigs: lines with an ink edge. */
  limbs(lines: readonly (readonly Point[])[], width: number, colour: string): this {
    const d = lines.map((points) => trace(this.shake(points, this.weight * 0.25), false)).join('')
    const id = this.newId()
    const widths = [width + this.weight * 1.7, width].map((value) => Math.round(value * 10) / 10)
    this.out.push(`<g fill="none" stroke="${this.ink}" stroke-width="${widths[0]}"><path id="${id}" d="${d}"/></g>`)
    this.out.push(`<use href="#${id}" fill="none" stroke="${colour}" stroke-width="${widths[1]}"/>`)
    return this
  }

  /** Cuts of the knife: slivers that are wide in the middle and run out at both ends. */
  gouges(gouges: readonly Gouge[], colour: string, needed = false): this {
    const kept = needed || this.detail > 1 ? gouges : gouges.filter((_, i) => this.detail > 0 && i % 2 === 0)
    if (kept.length === 0) return this
    const d = kept.map(([x, y, length, direction, width = 5]) => {
      const [cos, sin] = [Math.cos(radians(direction)), Math.sin(radians(direction))]
      const bend = width * this.vary(0.8, 1.2)
      const half = length / 2
      const tip = (sign: number): Point => [x + sign * half * cos, y + sign * half * sin, 1]
      const side = (sign: number): Point => [x - sign * bend * sin, y + sign * bend * cos]
      return trace([tip(-1), side(-1), tip(1), side(1)], true)
    })
    this.out.push(`<path fill="${colour}" d="${d.join('')}"/>`)
    return this
  }

  /** Round spots of one size. */
  dots(points: readonly Point[], size: number, colour: string): this {
    const d = points.map(([x, y]) => `M${tight([Math.round(x), Math.round(y)])}h0`).join('')
    return this.strokes(d, Math.round(size), colour)
  }

  /** Draws once and prints at several places. */
  stamp(draw: () => void, places: readonly string[]): this {
    const before = this.out
    this.out = []
    draw()
    const id = this.newId()
    const drawn = `<defs><g id="${id}">${this.out.join('')}</g></defs>`
    this.out = [...before, drawn, ...places.map((place) => `<use href="#${id}" transform="${place}"/>`)]
    return this
  }

  /** Raw SVG, for what a knife cannot say. */
  raw(svg: string): this {
    this.out.push(svg)
    return this
  }

  toString(): string {
    return this.out.join('')
  }
}

/** A placing: where, how large, how turned, mirrored or not. */
export function place(x: number, y: number, scale = 1, turn = 0, flip = false): string {
  const s = Math.round(scale * 100) / 100
  const turned = Math.round(turn) === 0 ? '' : `rotate(${Math.round(turn)})`
  const scaled = flip ? `scale(${-s} ${s})` : s === 1 ? '' : `scale(${s})`
  return `translate(${tight([Math.round(x), Math.round(y)])})${turned}${scaled}`
}
