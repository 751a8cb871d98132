import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, ConsoleMessage, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, vi } from 'vitest'
import { fillDemo } from '../../demo/fill-demo.ts'
import { systemActor } from '../../server/kernel/actor.ts'
import { transact } from '../../server/kernel/db.ts'
import { shipOrder } from '../../server/modules/orders/index.ts'
import { listOffers, type OfferDetail, offerDetail } from '../../server/modules/stores/index.ts'
import { complaintsOf } from './browser.ts'
import { type System, startSystem } from './world.ts'

export interface Market extends System {
  /** Fresh crabs with a mark, which the law lets nobody send back. */
  crab: OfferDetail
}

/** A market with the first thirty villages of the demo world. */
export async function startMarket(): Promise<Market> {
  const silent = () => ({ at() {}, done() {} })
  return startSystem(async (db, secret) => {
    await fillDemo(db, secret, { villages: 30, orders: 60, seed: 7 }, silent)
    const { items } = await listOffers(db, { category: 'aquatic.crab', limit: 24 })
    const found = items.find(({ name, inStock }) => inStock && name === '固城湖螃蟹')
    if (!found) throw new Error('the demo world has no crabs')
    return { crab: await offerDetail(db, found.productId) }
  })
}

export interface Visitor {
  width: number
  height: number
  script?: boolean
  language?: 'zh' | 'en'
  large?: boolean
  /** What the browser keeps from an earlier visit. */
  kept?: Awaited<ReturnType<BrowserContext['storageState']>>
}

/** A buyer's browser; whatever it complains about fails the test. */
export async function visit(browser: Browser, market: System, visitor: Visitor) {
  const { width, height, script = true, language = 'zh', large = false, kept } = visitor
  const context = await browser.newContext({
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: { width, height },
    javaScriptEnabled: script,
    ...(kept ? { storageState: kept } : {}),
  })
  const url = market.marketUrl
  await context.addCookies([
    { name: 'lang', value: language, url },
    ...(large ? [{ name: 'type', value: 'large', url }] : []),
  ])
  const page = await context.newPage()
  // A page that says no is an answer; a missing style or script is not.
  const saysNo = (message: ConsoleMessage) =>
    message.location().url === page.url() && /status of 4\d\d/.test(message.text())
  const complaints = complaintsOf(page, saysNo)
  return {
    page,
    async close() {
      await context.close()
      expect(complaints).toEqual([])
    },
  }
}

/** Opens a product and puts one package of it into the basket. */
export async function putIntoBasket(page: Page, market: System, productId: string): Promise<void> {
  await page.goto(`${market.marketUrl}/products/${productId}`)
  await page.locator('button[form=buy]:visible, #buy button[type=submit]:visible').click()
  await page.getByRole('heading', { level: 1, name: /^(购物篮|Basket)$/ }).waitFor()
}

/** From a filled basket to the way the goods come: who receives, down to the village, one select after the other. */
export async function giveAddress(page: Page, way: readonly string[], script = true): Promise<void> {
  await page
    .getByRole('link', { name: /去结算/ })
    .first()
    .click()
  // Loaded whole: a province chosen before the script listens calls no cities.
  await page.waitForURL(/\/checkout\//)
  await page.getByLabel('收货人').fill('林晓梅')
  await page.getByLabel('手机号').fill('13800138000')
  for (const [at, label] of ['省', '市', '县（市、区）', '乡镇（街道）', '村（社区），可不选']
    .slice(0, way.length)
    .entries()) {
    const select = page.getByRole('combobox', { name: label, exact: true })
    if (at > 0 && !script) await page.getByRole('button', { name: '下一级' }).click()
    await select.selectOption({ label: way[at] ?? '' })
  }
  await page.getByLabel('详细地址').fill('示例路 8 号 3 栋 502')
  await page.getByRole('button', { name: '用这个地址' }).click()
  await page.getByRole('heading', { name: /付款方式/ }).waitFor()
}

/** Agrees to what must be agreed to, and orders; ends at the sandbox of the payment institution. */
export async function order(page: Page): Promise<void> {
  const confirmation = page.getByRole('checkbox', { name: /不适用七日无理由退货/ })
  if (await confirmation.count()) await confirmation.check()
  await page.getByRole('button', { name: /提交订单并付款/ }).click()
  await page.waitForURL(/\/sandbox\/pay\//)
}

/** Pays in the sandbox and waits until the shop has heard of it; gives the order. */
export async function pay(page: Page): Promise<{ storeId: string; orderId: string }> {
  await page.getByRole('button', { name: /^付款/ }).click()
  await page.waitForURL(/\/orders\//)
  await seen(page, '待发货')
  const [, , storeId = '', orderId = ''] = new URL(page.url()).pathname.split('/')
  return { storeId, orderId }
}

/** Buys without looking, with what the page's browser keeps: for tests of what comes after. */
export async function buyQuietly(page: Page, market: System, offer: OfferDetail, paid = true) {
  const ask = async <Answer>(method: string, path: string, data?: object): Promise<Answer> => {
    const headers = { origin: market.marketUrl, 'idempotency-key': crypto.randomUUID() }
    const answer = await page.request.fetch(market.marketUrl + path, { method, headers, ...(data && { data }) })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    const text = await answer.text()
    return (text ? JSON.parse(text) : undefined) as Answer
  }
  const { storeId, skus } = offer
  await ask('POST', '/api/basket/lines', { skuId: skus[0]?.skuId, quantity: 1 })
  const where = { recipient: '林晓梅', phone: '13800138000', regionCode: '320118004000', detail: '示例路 8 号' }
  await ask('PUT', '/api/basket/address', where)
  const { orderId, redirectUrl } = await ask<{ orderId: string; redirectUrl: string }>('POST', '/api/orders', {
    storeId,
    method: 'express',
    channel: 'wechat',
    confirmedExempt: true,
  })
  const payAt = new URL(redirectUrl, market.marketUrl)
  if (paid) {
    await page.request.post(payAt.href, {
      form: { action: 'pay' },
      headers: { origin: market.marketUrl },
      maxRedirects: 0,
    })
    const state = async () => (await ask<{ state: string }>('GET', `/api/orders/${storeId}/${orderId}`)).state
    await vi.waitFor(async () => expect(await state()).toBe('paid'), { timeout: 20_000, interval: 200 })
  }
  return { storeId, orderId, payAt: payAt.pathname + payAt.search }
}

/** The store sends the goods. */
export function send(market: System, paid: { storeId: string; orderId: string }): Promise<unknown> {
  const parcel = { carrier: 'sf' as const, trackingNumber: `SF${paid.orderId.replace(/\D/g, '').slice(0, 13)}` }
  return transact(market.db, (tx) => shipOrder(tx, systemActor, paid, parcel))
}

/** Asks for half of the money back, as after-sale’s form would. */
export async function giveBackHalf(page: Page, market: System, sent: { storeId: string; orderId: string }) {
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#803020' } })
    .jpeg()
    .toBuffer()
  const form = new FormData()
  const fields = { key: crypto.randomUUID(), kind: 'damagedGoods', damagedShare: '50', description: '有几只压坏了' }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (let at = 0; at < 3; at++)
    form.append('photos', new File([new Uint8Array(photo)], `${at}.jpg`, { type: 'image/jpeg' }))
  const answer = await page.request.post(`${market.marketUrl}/orders/${sent.storeId}/${sent.orderId}/after-sale`, {
    multipart: form,
    headers: { origin: market.marketUrl },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
}

/** What comes from outside comes a moment later: look again until the page says so. */
export async function seen(page: Page, words: string): Promise<void> {
  await expect
    .poll(
      async () => {
        // The page may be opening itself again at this very moment.
        await page.reload().catch(() => {})
        return page.getByRole('main').textContent()
      },
      { timeout: 20_000, interval: 500 },
    )
    .toContain(words)
}

/** No page is wider than the screen it is on. */
export async function fits(page: Page): Promise<void> {
  const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  expect(`${new URL(page.url()).pathname} ${Math.max(0, wide)}`).toBe(`${new URL(page.url()).pathname} 0`)
}

/** Three photos as a phone would send them; gone when the work with them is done. */
export async function withThreePhotos(work: (paths: string[]) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'yicun-photos-'))
  try {
    const paths = ['#803020', '#604020', '#405020'].map((background, at) => ({
      background,
      path: join(folder, `${at}.jpg`),
    }))
    for (const { background, path } of paths)
      await sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .jpeg()
        .toFile(path)
    await work(paths.map(({ path }) => path))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
