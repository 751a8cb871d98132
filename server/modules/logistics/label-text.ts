/** How wide a character is in ems: Chinese ones are square, the rest about half as wide. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : /[A-Z0-9mw%@]/.test(character) ? 0.62 : 0.5),
    0,
  )
}

/** Breaks text into at most `linesAtMost` lines of `ems`; what does not fit ends in an ellipsis. */
export function wrap(text: string, ems: number, linesAtMost: number): string[] {
  // Chinese may break anywhere; a number or a foreign word stays whole where it can.
  const parts = text.trim().match(/[^\s\u2e80-\uffff]+|\s+|./gu) ?? []
  return fill(
    parts.flatMap((part) => (widthOf(part) > ems ? [...part] : [part.replace(/\s+/, ' ')])),
    ems,
    linesAtMost,
  )
}

/** The same for the name of a region, which breaks between its levels: 江苏省苏州市 | 常熟市虞山街道. */
export function wrapRegion(name: string, ems: number, linesAtMost: number): string[] {
  const levels = name.match(/.+?(?:自治区|特别行政区|街道|开发区|[省市区县镇乡村])|.+$/g) ?? []
  return fill(
    levels.flatMap((level) => (widthOf(level) > ems ? [...level] : [level])),
    ems,
    linesAtMost,
  )
}

function fill(parts: readonly string[], ems: number, linesAtMost: number): string[] {
  const lines: string[] = ['']
  for (const part of parts) {
    const line = lines.at(-1) ?? ''
    if (line === '' || widthOf(line + part.trimEnd()) <= ems)
      lines[lines.length - 1] = line === '' ? part.trimStart() : line + part
    else lines.push(part.trimStart())
  }
  if (lines.length <= linesAtMost) return lines.map((line) => line.trimEnd()).filter((line) => line !== '')
  const last = [...(lines[linesAtMost - 1] ?? '')]
  while (widthOf(`${last.join('')}…`) > ems) last.pop()
  return [...lines.slice(0, linesAtMost - 1).map((line) => line.trimEnd()), `${last.join('').trimEnd()}…`]
}

/** Buyers write phone numbers into addresses and notes; on a label every long one is masked. */
export function maskPhonesIn(text: string): string {
  return text.replace(/\d[\d\s-]{5,}\d/g, (digits) => {
    const plain = digits.replace(/\D/g, '')
    return plain.length < 7 ? digits : `${plain.slice(0, 3)}****${plain.slice(-4)}`
  })
}
