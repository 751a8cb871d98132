import { deepEqual, ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { root } from '../../server/kernel/config.ts'
import { allWords, type Key, translate } from './words.ts'

// Punctuation gives a language away as much as its characters do: ：、。（）
const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

// 等 3 样 counts all of them, “and 2 more” the others; 3 件 has a word where English has none.
const countedOtherwise = new Set(['office.and_more', 'workbench.pieces_unit'])

test('every word is there in Chinese and in English, with the same names to fill in', () => {
  ok(allWords().length > 500)
  for (const [key, [zh, en]] of allWords()) {
    ok(zh.trim() && (en.trim() || countedOtherwise.has(key)), key)
    ok(!chinese.test(en), `${key}: ${en}`)
    if (!countedOtherwise.has(key)) deepEqual(holes(en), holes(zh), key)
  }
})

test('English says one order and two orders, of a number that is filled in or stands before it', () => {
  deepEqual(translate('en', 'office.rows', { all: 1 }), '1 row')
  deepEqual(translate('en', 'office.rows', { all: '1,001' }), '1,001 rows')
  deepEqual(translate('en', 'office.orders_unit', { count: 1 }), 'order')
  deepEqual(translate('zh', 'office.orders_unit', { count: 2 }), '单')
  for (const [key, [, en]] of allWords())
    for (const [, name = ''] of en.matchAll(/\{(\w+)\|/g)) ok(name === 'count' || holes(en).includes(name), key)
})

test('a name is filled in wherever it stands, and a word that nobody knows is seen at once', () => {
  deepEqual(translate('en', 'market.results', { q: '蟹' }), 'Results for “蟹”')
  deepEqual(translate('zh', 'nobody.knows' as Key), 'nobody.knows')
})

const sources = ['server', 'web', 'data', 'demo', 'tests']
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, String(path))))
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
  .filter((path) => !path.startsWith('web/words/') || path === 'web/words/sheet-notes.ts')
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

test('no word is kept that is never said', () => {
  const all = sources.map(({ text }) => text).join('\n')
  // `market.step.${step}`: all words of that family may be said.
  const families = [...all.matchAll(/`([a-z]\w*(?:\.\w+)*[._])\$\{/g)].map(([, start = '']) => start)
  const unsaid = allWords()
    .map(([key]) => key)
    .filter(
      (key) =>
        !families.some((start) => key.startsWith(start)) &&
        !new RegExp(`['"\`]${key.replaceAll('.', '\\.')}['"\`]`).test(all),
    )
  deepEqual(unsaid, [])
})

test('the market says nothing in Chinese that an English reader would not be told in English', () => {
  // Where the two languages write a date or a weight differently, they stand side by side.
  const bilingual = ['web/market/parts/days.tsx', 'web/market/parts/packs.ts']
  const found = sources
    .filter(({ path }) => /^web\/(market|ui\/market)\//.test(path) && !bilingual.includes(path))
    .flatMap(({ path, text }) => {
      const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
      return code
        .split('\n')
        .filter((line) => chinese.test(line))
        .map((line) => `${path}: ${line.trim()}`)
    })
  deepEqual(
    found.filter((line) => !line.includes("'中文' : 'English'")),
    [],
  )
})
