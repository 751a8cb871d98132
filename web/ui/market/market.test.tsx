import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { ui } from '../../words/ui.ts'
import { Icon, iconNames } from '../icons.tsx'
import type { Say } from '../say.ts'
import { DivisionPicker } from './division-picker.tsx'
import { FieldRow } from './field-row.tsx'
import { MapOfJiangsu } from './map-of-jiangsu.tsx'
import { Pager } from './pager.tsx'
import { formatFen } from './price.tsx'
import { type CardProduct, ProductCard } from './product-card.tsx'
import { Quantity } from './quantity.tsx'
import { SearchBar } from './search-bar.tsx'
import { Seasons } from './seasons.tsx'

const t: Say = (key, params = {}) => ui[key][1].replace(/\{(\w+)\}/g, (_, name) => String(params[name]))
const product: CardProduct = {
  href: '/p/1',
  name: '阳山水蜜桃',
  place: 'Huishan',
  price: { fen: 128000, unit: 'kg' },
  picture: { form: 'peach', code: '1' },
  mark: { label: 'GI' },
  inStock: true,
  isSample: true,
}

test.each([
  [0, '¥0.00'],
  [7, '¥0.07'],
  [1280, '¥12.80'],
  [128000, '¥1,280.00'],
  [-123456789, '−¥1,234,567.89'],
])('%i fen are written %s', (fen, written) => {
  expect(formatFen(fen)).toBe(written)
})

test('a card is one link, says it is sample data and carries no inline style', () => {
  const html = render(<ProductCard product={product} t={t} />)
  expect(html.match(/<a /g)).toHaveLength(1)
  expect(html).toContain('Sample data')
  expect(html).toContain('<svg')
  expect(html).not.toMatch(/style=|<script/)
})

test('what is sold out says so instead of its mark', () => {
  const html = render(<ProductCard product={{ ...product, inStock: false }} t={t} />)
  expect(html).toContain('Sold out')
  expect(html).not.toContain('GI')
})

test('a field tells its error to everyone', () => {
  const html = render(<FieldRow id="phone" name="phone" label="Phone" hint="11 digits" error="One digit is missing" />)
  expect(html).toContain('aria-describedby="phone-error phone-hint"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('<label for="phone">')
})

test('search is a plain GET form that keeps its filters', () => {
  const html = render(<SearchBar action="/search" label="Find" value='"a"' kept={{ county: '320583' }} t={t} />)
  expect(html).toContain('method="get"')
  expect(html).toContain('name="county" value="320583"')
  expect(html).toContain('value="&quot;a&quot;"')
})

test('without script a picker asks for its next level, and stops at the last', () => {
  const level = { name: 'city', label: 'City', options: [{ code: '3205', name: '苏州市' }] }
  expect(render(<DivisionPicker legend="Where" levels={[level]} depth={2} t={t} />)).toContain('name="next_level"')
  expect(render(<DivisionPicker legend="Where" levels={[level]} depth={1} t={t} />)).not.toContain('next_level')
})

test('a stepper sends one more or one less and stops at its ends', () => {
  const html = render(<Quantity id="q" value={1} max={1} sends t={t} />)
  expect(html.match(/type="submit"/g)).toHaveLength(2)
  expect(html.match(/disabled/g)).toHaveLength(2)
})

test('every month is told in words', () => {
  const html = render(<Seasons months={[9, 10]} now={10} t={t} />)
  expect(html.match(/: in season/g)).toHaveLength(2)
  expect(html.match(/: not in season/g)).toHaveLength(10)
  expect(html).toContain('This month')
})

test('a county on the map is a link with a name; one without data is hatched', () => {
  const places = [
    { code: '320583', name: '昆山', d: 'M0 0h9v9z', href: '/c/320583', told: 'Kunshan: 3 villages', step: 3 as const },
    { code: '320584', name: '吴江', d: 'M9 0h9v9z', told: 'Wujiang: no data' },
  ]
  const html = render(<MapOfJiangsu places={places} box={{ width: 9, height: 9 }} title="Map" note="Schematic" t={t} />)
  expect(html).toContain('aria-label="Kunshan: 3 villages"')
  expect(html).toContain('map-step-none')
  expect(html).toContain('Schematic')
})

test('no next page, no pager', () => {
  expect(render(<Pager count={3} label="Pages" t={t} />)).toBe('')
})

test('every icon draws', () => {
  for (const name of iconNames) expect(render(<Icon name={name} />)).toContain('aria-hidden="true"')
})

test('the styles of the market weigh at most 12 KB', () => {
  const css = ['../tokens.css', '../base.css', './market.css'].map((path) =>
    readFileSync(new URL(path, import.meta.url), 'utf8'),
  )
  expect(gzipSync(css.join('')).length).toBeLessThanOrEqual(12 * 1024)
  // A colour written outside the tokens would escape the contrast test and the dark theme.
  expect(
    css
      .slice(1)
      .join('')
      .match(/#[0-9a-f]{3,8}\b(?=[^"])/gi)
      ?.filter((c) => !/^#(fff{0,3}|f{6}|0{6}|3{6})$/i.test(c)) ?? [],
  ).toEqual([])
})
