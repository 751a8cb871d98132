import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../../server/kernel/actor.ts'
import { transact } from '../../server/kernel/db.ts'
import { dayOf } from '../../server/kernel/time.ts'
import { productIdsOf, productsById } from '../../server/modules/catalog/index.ts'
import { receiveStock } from '../../server/modules/inventory/index.ts'
import { shipOrder } from '../../server/modules/orders/index.ts'
import { refreshAllOffers, storesIn } from '../../server/modules/stores/index.ts'
import { createLot, issuePledge, traceUrl } from '../../server/modules/traceability/index.ts'
import { launchBrowser } from './browser.ts'
import { sizes } from './office-pages.ts'
import { startWorld, type World } from './world.ts'

let world: World
let browser: Browser
let folder: string
let goods: { productId: string; name: string; trace: string; lotNumber: string }

beforeAll(async () => {
  ;[world, browser, folder] = await Promise.all([
    startWorld(),
    launchBrowser(),
    mkdtemp(join(tmpdir(), 'yicun-market-')),
  ])
  goods = await fillShelf(world)
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
  await rm(folder, { recursive: true, force: true })
})

const visits = sizes.flatMap((size) => [true, false].map((script) => ({ ...size, script })))

describe.each(visits)('buying, at $width × $height, script: $script', ({ width, height, script }) => {
  test('from the shelf to paid goods, and money back for what came damaged', async () => {
    const { page, close } = await visit({ width, height }, script)
    await page.goto(world.marketUrl)
    await page.getByLabel('搜产品、村、县，拼音也行').fill(goods.name)
    await page.getByRole('button', { name: '搜索' }).click()
    await page.getByRole('link', { name: goods.name }).first().click()
    await page.getByRole('heading', { level: 1, name: goods.name }).waitFor()
    expect(await page.getByRole('main').textContent()).toContain('示例数据')
    await fits(page)
    await page.getByRole('button', { name: '放入购物篮' }).click()
    await page.getByRole('heading', { level: 1, name: '购物篮' }).waitFor()
    await fits(page)
    await page.getByRole('link', { name: '去结算' }).click()
    await page.getByLabel('收货人').fill('测试人')
    await page.getByLabel('手机号').fill('13800138000')
    await page.getByLabel('省份或江苏的县').selectOption({ label: '上海市' })
    await page.getByLabel('详细地址').fill('示例路 8 号')
    await page.getByRole('button', { name: '用这个地址' }).click()
    await fits(page)
    const confirmation = page.getByRole('checkbox', { name: /不适用七日无理由退货/ })
    if (await confirmation.count()) {
      expect(await confirmation.isChecked()).toBe(false)
      await confirmation.check()
    }
    await page.getByRole('button', { name: /提交订单并付款/ }).click()
    await page
      .getByRole('button', { name: /^.*支付.*|.*付款.*/ })
      .first()
      .click()
    await seen(page, '待发货')
    const [, , storeId = '', orderId = ''] = new URL(page.url()).pathname.split('/')

    await transact(world.db, (tx) =>
      shipOrder(tx, systemActor, { storeId, orderId }, { carrier: 'sf', trackingNumber: `SF${Date.now()}` }),
    )
    await page.reload()
    await page.getByRole('link', { name: '申请售后' }).click()
    await page.getByLabel('坏了百分之几').fill('30')
    await page.getByLabel('照片').setInputFiles(await threePhotos())
    await page.getByRole('button', { name: '提交申请' }).click()
    await seen(page, '等店铺处理')
    expect(await page.getByRole('main').textContent()).toContain('坏果 / 破损')
    await close()
  })
})

describe.each(sizes)('from the code on the box, at $width × $height', (size) => {
  test('where a lot comes from, without signing in', async () => {
    const { page, close } = await visit(size, true)
    await page.goto(world.marketUrl + goods.trace)
    await page.getByRole('heading', { level: 1, name: goods.name }).waitFor()
    await page.getByRole('heading', { name: '承诺达标合格证' }).waitFor()
    expect(await page.getByRole('main').textContent()).toContain(goods.lotNumber)
    await fits(page)
    await close()
  })
  test('pages that say who, where and under which rules', async () => {
    const { page, close } = await visit(size, false)
    await page.goto(`${world.marketUrl}/products/${goods.productId}`)
    await page
      .getByRole('link', { name: /店|合作社/ })
      .last()
      .waitFor()
    for (const path of ['/map', '/counties', '/rules', '/privacy', '/sign-in', '/orders', '/orders/find', '/basket']) {
      const answer = await page.goto(world.marketUrl + path)
      expect(`${path} ${answer?.status()}`).toBe(`${path} 200`)
      await fits(page)
    }
    await close()
  })
})

test('signing in by phone, taking the data along, and signing out, without script', async () => {
  const { page, close } = await visit(sizes[1], false)
  await page.goto(`${world.marketUrl}/account`)
  await page.getByLabel('手机号').fill('13811112222')
  await page.getByRole('button', { name: '发送验证码' }).click()
  const said = (await page.getByRole('note').textContent()) ?? ''
  expect(said).toContain('沙箱')
  await page.getByLabel('六位验证码').fill(/\d{6}/.exec(said)?.[0] ?? '')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { level: 1, name: '我的账户' }).waitFor()
  const data = await page.request.get(`${world.marketUrl}/account/data.json`)
  expect(await data.text()).toContain('13811112222')
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.goto(`${world.marketUrl}/account`)
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  await close()
})

test('who guesses phones for an order is stopped', async () => {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const statuses: number[] = []
  for (let at = 0; at < 12; at++) {
    const answer = await context.request.post(`${world.marketUrl}/orders/find`, {
      form: { orderNumber: '20261124000000000001', phone: `1380000${1000 + at}` },
      headers: { origin: world.marketUrl, accept: 'text/html' },
    })
    statuses.push(answer.status())
  }
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(404))
  expect(statuses.slice(10)).toEqual([429, 429])
  await context.close()
})

/** Puts goods of the world's village on the shelf, with a lot and its pledge. */
async function fillShelf({ db, place }: World) {
  const { items: stores } = await storesIn(db, place.villageCode)
  const ids = await productIdsOf(
    db,
    stores.map((store) => store.merchantId),
  )
  const [product] = [...(await productsById(db, ids)).values()]
  const sku = product?.skus[0]
  if (!product || !sku) throw new Error('the world has no goods')
  const lot = await transact(db, async (tx) => {
    const made = await createLot(tx, systemActor, {
      productId: product.id,
      harvestedOn: dayOf(new Date()),
      quantityGrams: 500_000,
    })
    await issuePledge(tx, systemActor, { lotId: made.id, basis: 'selfTest' })
    await receiveStock(tx, { skuId: sku.id, lotId: made.id, quantity: 100 })
    return made
  })
  await refreshAllOffers(db, [[product.id]])
  return {
    productId: product.id,
    name: product.name,
    trace: traceUrl(sku.gtin, lot.lotNumber),
    lotNumber: lot.lotNumber,
  }
}

async function visit(viewport: { width: number; height: number }, script: boolean) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport, javaScriptEnabled: script })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return {
    page,
    async close() {
      await context.close()
      expect(complaints).toEqual([])
    },
  }
}

/** The payment's word comes from outside, a moment later: look again until the page says so. */
async function seen(page: Page, words: string) {
  await expect
    .poll(
      async () => {
        await page.reload()
        return page.getByRole('main').textContent()
      },
      { timeout: 20_000, interval: 500 },
    )
    .toContain(words)
}

async function fits(page: Page) {
  const wide = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  expect(wide).toBeLessThanOrEqual(0)
}

async function threePhotos(): Promise<string[]> {
  const colours = ['#803020', '#604020', '#405020']
  return Promise.all(
    colours.map(async (background, at) => {
      const path = join(folder, `${at}.jpg`)
      await sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .jpeg()
        .toFile(path)
      return path
    }),
  )
}
