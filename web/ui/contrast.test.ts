import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function colours(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1], m[2]]))
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const value = Number.parseInt(hex.slice(i, i + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 1, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const light = colours(':root')
const themes = { light, dark: { ...light, ...colours('[data-theme="dark"]') } }

/** Text on what it stands on. Add a pair here before using it. */
const textPairs = [
  ...['ink', 'ink-soft', 'leaf', 'leaf-deep', 'persimmon', 'persimmon-deep', 'alarm'].flatMap((text) =>
    ['paper', 'card', 'sunk'].map((ground) => [text, ground]),
  ),
  ...['ink', 'ink-soft', 'leaf', 'leaf-deep'].map((text) => [text, 'leaf-soft']),
  ['on-leaf', 'leaf'],
  ['on-leaf', 'leaf-deep'],
  ['on-persimmon', 'persimmon'],
  ['on-persimmon', 'persimmon-deep'],
  ['on-alarm', 'alarm'],
  ['straw-ink', 'straw'],
  ['ink', 'straw'],
  ['persimmon-deep', 'persimmon-soft'],
  ['ink', 'persimmon-soft'],
  ['alarm', 'alarm-soft'],
  ['ink', 'alarm-soft'],
] as [string, string][]

/** Edges and marks that carry meaning need 3:1. */
const edgePairs = ['line-strong', 'focus', 'leaf', 'persimmon', 'alarm'].flatMap((edge) =>
  ['paper', 'card'].map((ground) => [edge, ground]),
) as [string, string][]

for (const [theme, values] of Object.entries(themes)) {
  const ratio = ([a, b]: [string, string]) => contrast(values[a] ?? '', values[b] ?? '')
  test.each(textPairs)(`${theme}: %s reads on %s at 4.5:1`, (a, b) => {
    expect(ratio([a, b])).toBeGreaterThanOrEqual(4.5)
  })
  test.each(edgePairs)(`${theme}: the edge %s shows on %s at 3:1`, (a, b) => {
    expect(ratio([a, b])).toBeGreaterThanOrEqual(3)
  })
}

test('large type is at least 20 px with targets of 60 px', () => {
  const start = css.indexOf('[data-type="large"]')
  const block = css.slice(start, css.indexOf('}', start))
  expect(block).toMatch(/--base: 20px/)
  expect(block).toMatch(/--target: 60px/)
})
