import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, test } from 'vitest'
import { type Connection, change, connect, type Db, row, rows, transact } from '../kernel/db.ts'
import { folderOfPhoto } from '../kernel/files.ts'
import { newId } from '../kernel/ids.ts'
import { emptyDatabase, guest, inDb } from '../kernel/testing.ts'
import { drain } from '../kernel/work.ts'
import { receiveStock } from '../modules/inventory/index.ts'
import { addToBasket, placeOrder, setBasketAddress } from '../modules/orders/index.ts'
import { allChecks } from '../rooms.ts'
import { fillTinyDemo } from '../testing.ts'
import { backUp } from './back-up.ts'
import { fileOf, type Manifest, manifestIn, readManifest } from './backup-format.ts'
import { restoreBackup } from './restore-backup.ts'

const place = mkdtempSync(join(tmpdir(), 'yicun-backup-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))

const dataDir = join(place, 'data')
const address = { recipient: '示例', phone: '13912345678', regionCode: '310000', detail: '示例路 1 号' }

/** A guest orders one package; what comes back was promised to a buyer. */
async function order(db: Db, { storeId, skuId }: { storeId: string; skuId: string }): Promise<string> {
  const buyer = guest()
  const placed = await transact(db, async (tx) => {
    await addToBasket(tx, buyer, { skuId, quantity: 1 })
    await setBasketAddress(tx, buyer, address)
    return placeOrder(tx, buyer, { storeId, method: 'express', channel: 'wechat', confirmedExempt: true })
  })
  return placed.orderId
}

const offered = (db: Db) =>
  rows<{ storeId: string; skuId: string; lotId: string }>(
    db,
    `select distinct on (sku_id) o.store_id, sku_id, l.lot_id
     from stores.offer o join stores.offer_sku k using (product_id) join inventory.lot_stock l using (sku_id)
     order by sku_id limit 8`,
  )

async function countOf(db: Db, table: string): Promise<number> {
  return (await row<{ count: number }>(db, `select count(*)::int count from ${table}`))?.count ?? -1
}

async function keepPhoto(db: Db): Promise<string> {
  const id = newId()
  mkdirSync(folderOfPhoto(dataDir, id), { recursive: true })
  writeFileSync(join(folderOfPhoto(dataDir, id), '320.webp'), 'a picture')
  await change(db, `insert into kernel.file (id, guest_id, sizes, used) values ($1, 'g', '{}', true)`, [id])
  return id
}

/** Backs up while orders keep coming; says which were promised before it began. */
async function backUpUnderOrders(db: Db, url: string, folder: string) {
  const goods = (await offered(db)).slice(0, 2)
  // However long the backup takes, there is something left to buy.
  for (const { skuId, lotId } of goods)
    await transact(db, (tx) => receiveStock(tx, { skuId, lotId, quantity: 100_000 }))
  const promised: string[] = []
  let stopping = false
  const buying = Promise.all(
    goods.map(async (sku) => {
      while (!stopping) promised.push(await order(db, sku))
    }),
  )
  while (promised.length < 5) await new Promise((resolve) => setTimeout(resolve, 10))
  const before = [...promised]
  const manifest = await backUp({ url, dataDir, secret: 'the-secret', version: '0.1.0' }, folder)
  const during = promised.length - before.length
  stopping = true
  await buying
  return { manifest, before, during }
}

test(
  'a backup made while orders are placed comes back whole: every row counted, every check true, nothing promised lost',
  { timeout: 240_000 },
  inDb(async (db, { url }) => {
    await fillTinyDemo(db)
    const photoId = await keepPhoto(db)
    const folder = join(place, 'backup')
    const { manifest, before, during } = await backUpUnderOrders(db, url, folder)
    ok(during > 0, 'orders were placed while the backup was made')
    deepEqual(readManifest(folder), manifest)
    deepEqual(manifest.photos, { copied: 1, missing: 0 })

    const empty = await emptyDatabase()
    const home = join(place, 'home')
    await restoreBackup(folder, { url: empty.url, dataDir: home })
    const restored = connect(empty.url, 4)
    try {
      await isWhole(restored, manifest, before)
      equal(readFileSync(join(folderOfPhoto(home, photoId), '320.webp'), 'utf8'), 'a picture')
      equal(readFileSync(join(home, 'secret'), 'utf8').trim(), 'the-secret')
      await sameRows(db, restored.db)
      // Life goes on: reactions that were waiting are done, numbers go on where they stood, and goods are sold.
      await drain(restored.db)
      const [sku] = await offered(restored.db)
      await order(restored.db, sku as { storeId: string; skuId: string })
      await allTrue(restored.db)
      await rejects(restoreBackup(folder, { url: empty.url, dataDir: home }), /empty database/)
    } finally {
      await restored.close()
      await empty.drop()
    }
    await rejects(backUp({ url, dataDir, secret: 'x', version: '0.1.0' }, folder), /not empty/)
  }),
)

async function isWhole({ db }: Connection, manifest: Manifest, promised: readonly string[]): Promise<void> {
  const counted: Record<string, number> = {}
  for (const table of Object.keys(manifest.tables)) counted[table] = await countOf(db, table)
  deepEqual(counted, manifest.tables)
  const found = await rows<{ id: string }>(db, 'select id from orders."order" where id = any($1)', [promised])
  equal(found.length, promised.length)
  equal(await countOf(db, 'orders.order_rest'), 0)
  const keys = await row<{ count: number }>(db, `select count(*)::int count from pg_constraint where contype = 'f'`)
  ok((keys?.count ?? 0) > 20, 'the foreign keys are there again')
  const asleep = await rows(db, `select tgname from pg_trigger where tgenabled = 'D'`)
  deepEqual(asleep, [])
  await allTrue(db)
}

async function allTrue(db: Db): Promise<void> {
  for (const check of allChecks) {
    const { found, expected } = await check.run(db)
    deepEqual(found, expected, check.name)
  }
}

/** Tables that nobody writes to while orders come are the same to the last bit. */
async function sameRows(one: Db, other: Db): Promise<void> {
  for (const table of [
    'divisions.division',
    'accounts.duty',
    'catalog.category',
    'traceability.trace_event',
    'orders.rule',
  ]) {
    const text = `select md5(string_agg(t::text, '|' order by t::text)) sum from ${table} t`
    deepEqual(await row(other, text), await row(one, text), table)
  }
}

test(
  'what is no whole backup is refused, and the database stays empty',
  { timeout: 120_000 },
  inDb(async (_db, { url }) => {
    const folder = join(place, 'damaged')
    const manifest = await backUp({ url, dataDir, secret: 'the-secret', version: '0.1.0' }, folder)
    const target = await emptyDatabase()
    const into = { url: target.url, dataDir: join(place, 'nowhere') }
    const rewrite = (change: Partial<Manifest>) =>
      writeFileSync(manifestIn(folder), JSON.stringify({ ...manifest, ...change }))
    try {
      await rejects(restoreBackup(folder, { ...into, secret: 'another' }), /SECRET/)
      rewrite({ migrations: [...manifest.migrations, { name: 'orders/0099_later.sql', hash: 'x' }], version: '9.0.0' })
      await rejects(restoreBackup(folder, into), /9\.0\.0/)
      rewrite({ tables: { ...manifest.tables, 'divisions.division': 1 } })
      await rejects(restoreBackup(folder, into), /rows in its file/)
      rewrite({})
      const file = fileOf(folder, 'divisions.division')
      const whole = readFileSync(file)
      writeFileSync(file, whole.subarray(0, whole.length / 2))
      await rejects(restoreBackup(folder, into), /unexpected end of file/)
      rmSync(file)
      await rejects(restoreBackup(folder, into), /ENOENT/)
      const { db, close } = connect(target.url, 1)
      equal(await countOf(db, 'divisions.division'), 0)
      await close()
      writeFileSync(file, whole)
      equal(gunzipSync(whole).toString('utf8').trim().split('\n').length, manifest.tables['divisions.division'])
      await restoreBackup(folder, into)
      rmSync(manifestIn(folder))
      await rejects(restoreBackup(folder, into), /manifest/)
      ok(existsSync(file))
    } finally {
      await target.drop()
    }
  }),
)
