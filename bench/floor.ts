import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import pg from 'pg'

// The least that a shop of Node and PostgreSQL could cost, on the same rows: node:http and pg, one statement a page, one
// transaction an order, and nothing else. What Yicun takes beyond it is what it does beyond it.
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 })

// Stock and orders of its own, so that Yicun's books stay what they are.
await pool.query(`
  create schema if not exists floor;
  create table if not exists floor.stock as select sku_id, on_hand stock from inventory.stock;
  create unique index if not exists stock_key on floor.stock (sku_id);
  create table if not exists floor.orders (id bigserial primary key, buyer text, address jsonb, sku_id uuid, fen bigint,
    at timestamptz not null default now());
  analyze floor.stock`)

const card = `product_id, store_id, name, name_en, place, place_en, village_code, county_code, category_code, form, cover,
  price, unit_price, certifications, season_months, in_stock, sold, is_sample`

const pages: Record<string, (query: URLSearchParams) => pg.QueryConfig> = {
  '/list': (query) => ({
    name: 'list',
    text: `select ${card} from stores.offer order by rank desc, product_id desc limit 20 offset $1`,
    values: [Number(query.get('offset') ?? 0)],
  }),
  '/detail': (query) => ({
    name: 'detail',
    text: 'select detail from stores.offer where product_id = $1',
    values: [query.get('id')],
  }),
  '/search': (query) => ({
    name: 'search',
    text: `select ${card} from stores.offer where words @@ plainto_tsquery('simple', $1) order by rank desc limit 20`,
    values: [query.get('q')],
  }),
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://floor')
  const page = pages[pathname]
  if (page) return send(response, 200, (await pool.query(page(searchParams))).rows)
  if (pathname !== '/order') return send(response, 404, {})
  let body = ''
  for await (const chunk of request) body += chunk
  const id = await order(JSON.parse(body))
  send(response, id ? 200 : 409, { id })
}

async function order({ skuId, buyer, address }: { skuId: string; buyer: string; address: object }) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const taken = await client.query({
      name: 'take',
      text: 'update floor.stock set stock = stock - 1 where sku_id = $1 and stock >= 1',
      values: [skuId],
    })
    if (taken.rowCount === 0) {
      await client.query('rollback')
      return undefined
    }
    const made = await client.query<{ id: string }>({
      name: 'order',
      text: `insert into floor.orders (buyer, address, sku_id, fen)
        select $1, $2, sku_id, price from stores.offer_sku where sku_id = $3 returning id`,
      values: [buyer, address, skuId],
    })
    await client.query('commit')
    return made.rows[0]?.id
  } finally {
    client.release()
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

createServer((request, response) => {
  answer(request, response).catch((error) => send(response, 500, { error: String(error) }))
}).listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'))
process.once('disconnect', () => process.exit(0))
