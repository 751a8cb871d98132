interface Spot {
  x: number
  y: number
}

interface Named {
  code: string
  /** Where its middle may be, the best first. */
  spots: readonly Spot[]
  name: string
  weight: number
}

const fullWidth = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u

/** How wide a name is drawn: a Chinese sign is as wide as it is high, a Latin letter a little over half of that. */
export function widthOf(name: string, size: number): number {
  return [...name].reduce((width, sign) => width + (fullWidth.test(sign) ? size : 0.55 * size), 0)
}

/** On the map 阳山镇 is Yangshan: English has no short word for a town, and around it all are towns. */
export function nameOnMap(name: string): string {
  return name.replace(/(?<!Virtual) (?:District|County|Subdistrict|Town|Township|Community|Village)$/, '')
}

/** Where the names of places stand: inside the picture, and none on another or on a dot, the weightier ones first. */
export function namesThatFit(
  places: readonly Named[],
  size: number,
  { left, right }: { left: number; right: number },
  dots: readonly Spot[] = [],
): Map<string, Spot> {
  const taken = dots.map((dot) => boxAround(dot, size, size / 2))
  const fitting = new Map<string, Spot>()
  for (const { code, spots, name, weight } of [...places].sort((a, b) => b.weight - a.weight)) {
    const wide = widthOf(name, size)
    const inside = spots.map(({ x, y }) => ({ x: Math.max(left + wide / 2, Math.min(right - wide / 2, x)), y }))
    // The letters are measured roughly: names keep a little off each other.
    const boxed = (spot: Spot) => boxAround(spot, wide + 0.2 * size, 0.65 * size)
    const free = inside.find((spot) => !taken.some((other) => overlap(boxed(spot), other)))
    // What is pointed at is named, whatever lies there.
    const spot = free ?? (weight === Infinity ? inside[0] : undefined)
    if (!spot) continue
    taken.push(boxed(spot))
    fitting.set(code, spot)
  }
  return fitting
}

function boxAround({ x, y }: Spot, width: number, half: number) {
  return { left: x - width / 2, right: x + width / 2, top: y - half, bottom: y + half }
}

function overlap(one: ReturnType<typeof boxAround>, other: ReturnType<typeof boxAround>): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
