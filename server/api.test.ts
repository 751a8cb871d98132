import { deepEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { hasWords } from '../web/words/words.ts'
import { buildAll } from './app.ts'
import { readConfig, root } from './kernel/config.ts'
import { allRefusals } from './kernel/errors.ts'
import { inDb } from './kernel/testing.ts'

interface Described {
  paths: Record<string, Record<string, { summary?: string }>>
}

test(
  'docs/api.json is what the server says of itself',
  inDb(async (db) => {
    const app = await buildAll({ db, config: readConfig({ DATA_DIR: '/tmp', SECRET: 'x'.repeat(32) }) })
    const said: unknown = (await app.inject('/api/openapi.json')).json()
    await app.close()
    // `npm run yicun -- describe > docs/api.json` brings the file up to date.
    deepEqual(said, JSON.parse(readFileSync(join(root, 'docs/api.json'), 'utf8')))
  }),
)

test('every route of the API says what it is for', () => {
  const { paths } = JSON.parse(readFileSync(join(root, 'docs/api.json'), 'utf8')) as Described
  const silent = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { summary }]) => !summary)
      .map(([method]) => `${method} ${path}`),
  )
  deepEqual(silent, [])
})

test('every refusal has its words in both languages', () => {
  deepEqual(
    allRefusals()
      .filter(({ code }) => !hasWords(code))
      .map(({ code }) => code),
    [],
  )
  ok(allRefusals().length > 50)
})
