export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The smallest box around an outline. The map's outlines are absolute moves and relative lines, nothing else. */
export function boundsOf(d: string): Box {
  let [x, y] = [0, 0]
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [, step = '', numbers = ''] of d.matchAll(/([Mlz])([^Mlz]*)/g)) {
    const list = numbers.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? []
    for (let i = 0; i + 1 < list.length; i += 2) {
      const [dx = 0, dy = 0] = [list[i], list[i + 1]]
      // After a move, further pairs are lines from there.
      if (step === 'M' && i === 0) [x, y] = [dx, dy]
      else [x, y] = [x + dx, y + dy]
      left = Math.min(left, x)
      top = Math.min(top, y)
      right = Math.max(right, x)
      bottom = Math.max(bottom, y)
    }
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

export function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.x))
  const top = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The box with air around it, made to fit a frame of this shape. */
export function framed({ x, y, width, height }: Box, ratio: number, air = 0.05): Box {
  const wide = Math.max(width, height * ratio) * (1 + 2 * air)
  const high = wide / ratio
  return { x: x + width / 2 - wide / 2, y: y + height / 2 - high / 2, width: wide, height: high }
}
