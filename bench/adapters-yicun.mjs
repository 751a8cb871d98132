// Lets a referee drive Yicun: the requests of a reader and the steps of a buyer, and counts from the database.
// BASE is the market server, DBURL its PostgreSQL, filled by `node scripts/run.mjs bench/seed.ts`.
import { randomUUID } from 'node:crypto'

export const name = 'yicun'
export const base = process.env.BASE || 'http://127.0.0.1:8080'
export const db = process.env.DBURL || process.env.DATABASE_URL

const pages = []
const products = []
const packages = new Map()
const terms = ['peach', 'tea', 'crayfish', 'Yangshan', 'rice', 'strawberry', 'Gaoyou', 'ham']
const chinese = ['水蜜桃', '碧螺春', '小龙虾', '阳山', '大米', '草莓', '高邮', '火腿']

/** Learns the ids of products and packages by their codes, and the cursors of the list's first twenty pages. */
export async function init(http, sql) {
  const found = await sql(`select k.sku_id, k.product_id, o.store_id, k.label, k.price
    from stores.offer_sku k join stores.offer o using (product_id)`)
  for (const { sku_id: skuId, product_id: productId, store_id: storeId, label } of found)
    packages.set(/\S+$/.exec(label)[0], { skuId, productId, storeId })
  for (const [code, { productId }] of packages) if (code.endsWith('-A')) products.push(productId)
  let cursor = ''
  for (let page = 0; page < 20; page++) {
    const path = `/api/offers?limit=20${cursor && `&cursor=${encodeURIComponent(cursor)}`}`
    pages.push(path)
    const { body } = await http('GET', base + path)
    if (!body.next) break
    cursor = body.next
  }
}

const get = (path) => ({ method: 'GET', path, headers: {} })
export const list = () => pages.map(get)
export const listDefault = () => [get('/api/offers')]
export const detail = () => products.slice(0, 200).map((id) => get(`/api/offers/${id}`))
export const search = () => [...chinese, ...terms].map((term) => get(`/api/offers?q=${encodeURIComponent(term)}`))
export async function searchOnce(http, q) {
  const { status, body } = await http('GET', `${base}/api/offers?q=${encodeURIComponent(q)}`)
  return { status, n: body.items.length, first: body.items[0]?.name, meant: body.meant }
}
export const pickVariant = (i) => `SKU-${(i * 7919) % 1000}-A`
export const limitedVariant = () => 'LIMITED-1'
export const packageOf = (variant) => packages.get(variant)

/** A new guest buys one package: basket, address, freight and total, order, payment at the provider. */
export async function checkout(http, variant, i, { stopBefore } = {}) {
  const { skuId, storeId } = packages.get(variant)
  const { headers } = await call(http, 'POST', '/api/basket/lines', { body: { skuId, quantity: 1 } })
  const cookie = [headers['set-cookie']].flat()[0].split(';')[0]
  const address = { recipient: '示例买家', phone: `1990000${String(i % 10_000).padStart(4, '0')}` }
  const basket = await call(http, 'PUT', '/api/basket/address', {
    cookie,
    body: { ...address, regionCode: '320102000000', detail: `示例路${i}号` },
  })
  const [store] = basket.body.stores
  const key = randomUUID()
  // However often this last step is sent, it is one order and one payment.
  const submit = async () => {
    const order = await call(http, 'POST', '/api/orders', {
      cookie,
      key,
      body: { storeId, method: 'express', channel: 'wechat', confirmedExempt: true, expectedTotal: store.total },
    })
    const { orderId, redirectUrl } = order.body
    if (redirectUrl) await call(http, 'POST', redirectUrl, { cookie, body: { action: 'pay' }, also: [303] })
    return orderId
  }
  return stopBefore ? submit : submit()
}

async function call(http, method, path, { cookie, key, body, also = [] }) {
  const headers = {
    ...(body && { 'content-type': 'application/json' }),
    ...(cookie && { cookie }),
    ...(key && { 'idempotency-key': key }),
  }
  const answer = await http(method, base + path, headers, body)
  if ((answer.status < 200 || answer.status > 299) && !also.includes(answer.status))
    throw new Error(
      `${method} ${path.split('?')[0].replace(/[0-9a-f-]{36}/g, ':id')} ${answer.status} ${answer.body?.error?.code ?? ''}`,
    )
  return answer
}

/** Orders and stock as the database has them. Goods are taken when the order is placed. */
export async function counts(sql) {
  const [found] = await sql(`select
    (select count(*) from orders."order" where state <> 'cancelled')::int orders,
    (select sum(held) + sum(received) - sum(on_hand) from inventory.lot_stock)::int stock_taken,
    (select sum(l.held + l.received - l.on_hand) from inventory.lot_stock l join catalog.sku s on s.id = l.sku_id
      where s.label like '% LIMITED-1')::int limited_taken,
    (select count(*) from orders.order_line l join orders."order" o on o.store_id = l.store_id and o.id = l.order_id
      where l.sku_label like '% LIMITED-1' and o.state <> 'cancelled')::int limited_orders`)
  return {
    orders: found.orders,
    stockTaken: found.stock_taken,
    limitedTaken: found.limited_taken,
    limitedStock: 100,
    limitedOrders: found.limited_orders,
  }
}

/** Payments that arrived, surplus ones too. */
export async function payments(sql) {
  return (await sql(`select count(*)::int n from payments.intent where state in ('captured', 'surplus')`))[0].n
}
