interface Named {
  code: string
  x: number
  y: number
  name: string
  weight: number
}

/** Which points may carry their name so that no name lies on another: the weightier ones first. */
export function namesThatFit(points: readonly Named[], size: number): Set<string> {
  const taken: { left: number; right: number; y: number }[] = []
  const fitting = new Set<string>()
  for (const { code, x, y, name } of [...points].sort((a, b) => b.weight - a.weight)) {
    const half = (name.length * size) / 2
    const box = { left: x - half, right: x + half, y }
    if (taken.some((other) => box.left < other.right && other.left < box.right && Math.abs(y - other.y) < size * 1.3))
      continue
    taken.push(box)
    fitting.add(code)
  }
  return fitting
}
