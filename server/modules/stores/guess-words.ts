/** How many letters must be changed, put in, left out or swapped with their neighbour to get from one word to the other. */
export function distance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const now = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      now.push(least)
    }
    before = last
    last = now
  }
  return last[b.length] ?? 0
}

/** The word that was most likely meant, from words ordered by how common they are; undefined when none is near. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const most = typed.length < 4 ? 1 : typed.length < 8 ? 2 : 3
  let best: { word: string; far: number } | undefined
  for (const word of known) {
    const far = distance(typed, word)
    if (far <= most && far < (best?.far ?? Number.POSITIVE_INFINITY)) best = { word, far }
  }
  return best?.word
}
