import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'vitest'
import { readQr } from '../../../tests/read-qr.ts'
import { transact } from '../../kernel/db.ts'
import { guest } from '../../kernel/testing.ts'
import { skusById } from '../catalog/index.ts'
import { shipOrder } from './ship-order.ts'
import { buyAndPay, market, oneDatabase, openShop, owner } from './testing.ts'

const onShop = oneDatabase()
const where = { left: 640, top: 1080, width: 335, height: 330 }

test(
  'the code on a box leads to the lot inside, before it is sent and after',
  onShop(async (db) => {
    const shop = await openShop(db)
    const app = await market(db, { owner: owner(shop) })
    const { orderId } = await buyAndPay(app, guest(), shop, { quantity: 2 })
    const key = { storeId: shop.storeId, orderId }
    const url = `/api/orders/${shop.storeId}/${orderId}/label.svg`
    const label = async () => (await app.inject({ url, headers: { 'x-as': 'owner' } })).body
    const gtin = (await skusById(db, [shop.skuId])).get(shop.skuId)?.gtin
    const lotPage = `http://127.0.0.1:1/01/${gtin}/10/260405-7K3Q`
    const prepared = await label()
    match(prepared, /批号 260405-7K3Q/)
    equal(await readQr(prepared, where), lotPage)
    await transact(db, (tx) => shipOrder(tx, owner(shop), key, { carrier: 'sf', trackingNumber: 'SF0000000000777' }))
    const sent = await label()
    deepEqual([/SF00 0000 0000 777/.test(sent), await readQr(sent, where)], [true, lotPage])
    await app.close()
  }),
)
