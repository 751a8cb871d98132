import { deepEqual, equal, match, ok } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { arrange, type Column } from './columns.ts'
import { csvOf } from './save-rows.ts'
import { workbookOf } from './write-xlsx.ts'
import { crcOf } from './zip.ts'

interface Place {
  name: string
  sales: number
  share: number | null
  open: boolean
}
const columns: Column<Place>[] = [
  { key: 'name', head: '地区', value: ({ name }) => name },
  { key: 'sales', head: '销售额', kind: 'number', money: true, value: ({ sales }) => sales },
  { key: 'share', head: '覆盖率', kind: 'number', value: ({ share }) => share },
  { key: 'open', head: '营业', kind: 'choice', value: ({ open }) => open },
]
const places: Place[] = [
  { name: '苏州市', sales: 90_000, share: null, open: true },
  { name: '常州市', sales: 150_000, share: 20, open: false },
  { name: '徐州市', sales: 5_000, share: 8, open: true },
]
const names = (settings: Parameters<typeof arrange>[2]) => arrange(places, columns, settings).map(({ name }) => name)

test('numbers sort by size, words by pinyin, and what is not known stands last either way', () => {
  deepEqual(names({ filters: {}, sort: { key: 'sales', down: true } }), ['常州市', '苏州市', '徐州市'])
  deepEqual(names({ filters: {}, sort: { key: 'name', down: false } }), ['常州市', '苏州市', '徐州市'])
  deepEqual(names({ filters: {}, sort: { key: 'share', down: true } }), ['常州市', '徐州市', '苏州市'])
  deepEqual(names({ filters: {}, sort: { key: 'share', down: false } }), ['徐州市', '常州市', '苏州市'])
})

test('a filter is "contains" for words, "at least" in yuan for money, and one of for choices', () => {
  deepEqual(names({ filters: { name: '州' } }), ['苏州市', '常州市', '徐州市'])
  deepEqual(names({ filters: { sales: '900' } }), ['苏州市', '常州市'])
  deepEqual(names({ filters: { open: 'true', sales: '100' } }), ['苏州市'])
  deepEqual(names({ filters: { name: '  ' } }).length, 3)
})

test('a saved CSV is read by Excel and runs nothing', () => {
  const text = csvOf([
    ['名称', '金额'],
    ['=HYPERLINK("x")', 12.5],
    ['+1', -3],
    ['甲,乙\n"丙"', null],
  ])
  ok(text.startsWith('\ufeff'))
  deepEqual(text.slice(1).split('\r\n'), ['名称,金额', `"'=HYPERLINK(""x"")",12.5`, "'+1,-3", '"甲,乙\n""丙""",', ''])
})

test('no text becomes a cell that begins like a formula', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const [first = ''] = csvOf([[text]])
        .slice(1, -2)
        .replace(/^"/, '')
      ok(!'=+-@\t\r'.includes(first) || first === '')
    }),
  )
})

test('a saved workbook is a ZIP whose parts are whole, with text stored as text', () => {
  const bytes = workbookOf('各地', [
    ['地区', '金额'],
    ['<甲&乙>\u0001', 12.5],
  ])
  const text = new TextDecoder().decode(bytes)
  deepEqual([...bytes.slice(0, 4)], [0x50, 0x4b, 3, 4])
  match(text, /t="inlineStr"><is><t xml:space="preserve">&lt;甲&amp;乙>/)
  match(text, /<v>12\.5<\/v>/)
  equal(crcOf(new TextEncoder().encode('123456789')), 0xcbf43926)
})
