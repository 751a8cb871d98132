import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'vitest'
import { change, connect, type Db, row } from './db.ts'
import { fillNew } from './fill.ts'
import { emptyDatabase } from './testing.ts'

const isNew = async (db: Db) => !(await row(db, 'select 1 from kernel.file limit 1'))
const put = (db: Db) =>
  change(
    db,
    `insert into kernel.file (id, owner_account_id, sizes) values (gen_random_uuid(), gen_random_uuid(), '{}')`,
  )

test('a database is filled wholly: what a killed filling left is thrown away', { timeout: 60_000 }, async () => {
  const { url, drop } = await emptyDatabase()
  const said: string[] = []
  let renewed = 0
  const begin = (fill: (db: Db) => Promise<void>) =>
    fillNew(url, { isNew, fill, renew: async () => renewed++, say: (line) => said.push(line) })
  try {
    await rejects(
      begin(async (db) => {
        await put(db)
        throw new Error('killed')
      }),
      /killed/,
    )
    let found: boolean | undefined
    await begin(async (db) => {
      found = !(await isNew(db))
      await put(db)
    })
    equal(found, false)
    equal(renewed, 0)
    equal(said.filter((line) => line.includes('interrupted')).length, 1)
    await begin(() => Promise.reject(new Error('filled twice')))
    equal(renewed, 1)
    const { db, close } = connect(url, 1)
    deepEqual(await row(db, 'select count(*) from kernel.file'), { count: 1 })
    await close()
  } finally {
    await drop()
  }
})

test('two that begin at once fill it once', { timeout: 60_000 }, async () => {
  const { url, drop } = await emptyDatabase()
  try {
    let filled = 0
    const begin = () =>
      fillNew(url, {
        isNew,
        renew: async () => {},
        say: () => {},
        async fill(db) {
          filled++
          await put(db)
        },
      })
    await Promise.all([begin(), begin()])
    equal(filled, 1)
  } finally {
    await drop()
  }
})
