import { inks, mix } from './inks.ts'
import { type Gouge, outset, type Point, radians, tight, trace } from './points.ts'
import { between, type Random } from './random.ts'

export { type Gouge, leaf, mirrored, oval, type Point } from './points.ts'

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
