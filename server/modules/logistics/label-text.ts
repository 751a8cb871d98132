/** How wide a character is in ems: Chinese ones are square, the rest about half as wide. */
function widthOf(character: string): number {
  return (character.codePointAt(0) ?? 0) > 0x2e7f ? 1 : /[A-Z0-9mwMW]/.test(character) ? 0.62 : 0.5
}

/** Breaks text into at most `linesAtMost` lines of `ems`; what does not fit ends in an ellipsis. */
export function wrap(text: string, ems: number, linesAtMost: number): string[] {
  const lines: string[] = []
  let [line, width] = ['', 0]
  for (const character of text.replace(/\s+/g, ' ').trim()) {
    if (width + widthOf(character) > ems) {
      lines.push(line)
      ;[line, width] = ['', 0]
      if (lines.length === linesAtMost) break
    }
    line += character
    width += widthOf(character)
  }
  if (lines.length < linesAtMost) return line ? [...lines, line] : lines
  const last = [...(lines.at(-1) ?? '')]
  if (line || lines.join('').length < text.replace(/\s+/g, ' ').trim().length) last.splice(-1, 1, '…')
  return [...lines.slice(0, -1), last.join('')]
}

/** Buyers write phone numbers into addresses and notes; on a label every long one is masked. */
export function maskPhonesIn(text: string): string {
  return text.replace(/\d[\d\s-]{5,}\d/g, (digits) => {
    const plain = digits.replace(/\D/g, '')
    return plain.length < 7 ? digits : `${plain.slice(0, 3)}****${plain.slice(-4)}`
  })
}
