/** A point of a drawing; a third value of 1 makes it a sharp corner. */
export type Point = readonly [number, number, (0 | 1)?]
/** A cut of the knife: x, y, length, direction in degrees, width. */
export type Gouge = readonly [number, number, number, number, number?]

export const radians = (degrees: number) => (degrees * Math.PI) / 180
const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
/** Writes whole numbers as tightly as SVG allows. */
export const tight = (numbers: readonly number[]) =>
  numbers.map((n, i) => (n < 0 || i === 0 ? `${n}` : ` ${n}`)).join('')

/** Traces points as one smooth line of relative quadratic curves in whole units. */
export function trace(points: readonly Point[], closed: boolean): string {
  const count = points.length
  const at = (i: number) => points[(i + count) % count] as Point
  let [x, y] = [0, 0]
  const step = (command: string, target: Point, end = target) => {
    const [tx, ty] = [Math.round(target[0]), Math.round(target[1])]
    const [ex, ey] = [Math.round(end[0]), Math.round(end[1])]
    if (tx === x && ty === y && ex === x && ey === y) return ''
    const numbers = end === target ? [tx - x, ty - y] : [tx - x, ty - y, ex - x, ey - y]
    x = ex
    y = ey
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

/** The points moved outwards; sharp corners further, so that a line round them stays even. */
export function outset(points: readonly Point[], by: number): Point[] {
  const count = points.length
  const at = (i: number) => points[(i + count) % count] as Point
  const area = points.reduce((sum, p, i) => sum + p[0] * at(i + 1)[1] - at(i + 1)[0] * p[1], 0)
  return points.map(([x, y, sharp], i) => {
    const [dx, dy] = [at(i + 1)[0] - at(i - 1)[0], at(i + 1)[1] - at(i - 1)[1]]
    const reach = ((by * (sharp ? 1.7 : 1)) / (Math.hypot(dx, dy) || 1)) * Math.sign(area)
    return [x + dy * reach, y - dx * reach, sharp]
  })
}
