import { describe, expect, test } from 'vitest'
import { drawPicture, pictureForms, pictureLimit } from './draw.ts'

const codes = Array.from({ length: 50 }, (_, i) => `3203221010${(i + 10).toString(36)}-${i}`)
const bytes = (text: string) => new TextEncoder().encode(text).length

/** Walks the tags: every opened element is closed in order and every attribute is quoted. */
function unbalanced(svg: string): string | undefined {
  const open: string[] = []
  const rest = svg.replace(/<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z-]+="[^"<]*")*)(\/?)>/g, (_, close, name, __, empty) => {
    if (close && open.pop() !== name) open.push(`wrong </${name}>`)
    if (!close && !empty) open.push(name)
    return ''
  })
  return open[0] ?? (/[<>]/.test(rest) ? rest : undefined)
}

describe.each(pictureForms)('a picture of %s', (form) => {
  const pictures = codes.map((code) => drawPicture({ form, code, label: '阳山水蜜桃 & "桃" <1>' }))

  test('weighs at most 4 KB', () => {
    expect(Math.max(...pictures.map(bytes))).toBeLessThanOrEqual(pictureLimit)
  })
  test('is the same every time', () => {
    expect(drawPicture({ form, code: codes[7] ?? '', label: '阳山水蜜桃 & "桃" <1>' })).toBe(pictures[7])
  })
  test('is unlike any other', () => {
    expect(new Set(pictures).size).toBe(codes.length)
  })
  test('is well-formed and may be shown under a strict content policy', () => {
    for (const picture of pictures) {
      expect(unbalanced(picture)).toBeUndefined()
      expect(picture).not.toMatch(/style=|<style|<script|href="(?!#)|url\((?!#)|NaN|undefined|Infinity/)
    }
  })
})

test('two pictures on one page never share a part by accident', () => {
  const ids = pictureForms.flatMap((form) =>
    codes
      .slice(0, 4)
      .map((code) => new Set([...drawPicture({ form, code }).matchAll(/id="([^"]+)"/g)].map((m) => m[1]))),
  )
  const all = ids.flatMap((set) => [...set])
  expect(new Set(all).size).toBe(all.length)
})
