import { equal } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'
import { test } from 'vitest'

const description = new URL('../../docs/api.json', import.meta.url)
const schema = new URL('schema.ts', import.meta.url)

test('the client’s types are those of the API description: npx openapi-typescript docs/api.json -o web/api/schema.ts', async () => {
  const kept = await readFile(schema, 'utf8')
  const made = astToString(await openapiTS(JSON.parse(await readFile(description, 'utf8'))))
  // The command line puts a notice above; the types begin after it.
  equal(kept.slice(kept.indexOf('export interface paths')), made)
})
