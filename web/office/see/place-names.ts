interface Named {
  code: string
  x: number
  y: number
  name: string
  weight: number
}

/** Where the names of places stand: inside the picture, and none on another, the weightier ones first. */
export function namesThatFit(
  places: readonly Named[],
  size: number,
  { left, right }: { left: number; right: number },
): Map<string, number> {
  const taken: { left: number; right: number; y: number }[] = []
  const fitting = new Map<string, number>()
  for (const { code, x, y, name } of [...places].sort((a, b) => b.weight - a.weight)) {
    const half = (name.length * size) / 2
    const middle = Math.max(left + half, Math.min(right - half, x))
    const box = { left: middle - half, right: middle + half, y }
    if (taken.some((other) => box.left < other.right && other.left < box.right && Math.abs(y - other.y) < size * 1.3))
      continue
    taken.push(box)
    fitting.set(code, middle)
  }
  return fitting
}
