import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { change, rows } from '../../server/kernel/db.ts'
import { yuan } from '../../server/kernel/money.ts'
import { runChore } from '../../server/kernel/schedule.ts'
import { monthOf } from '../../server/kernel/time.ts'
import { shipmentOf } from '../../server/modules/logistics/index.ts'
import { readQr } from '../read-qr.ts'
import { launchBrowser, launchInstalled, violationsOn } from './browser.ts'
import { Buyer, type Ordered } from './buyer.ts'
import { tabTo } from './keyboard.ts'
import { patiently, type State, sizes } from './office-pages.ts'
import {
  fitsThumb,
  hasRead,
  heading,
  neighbour,
  openShop,
  openWorkbench,
  phones,
  press,
  type Shop,
  signInByPhone,
  type Workbench,
} from './workbench-pages.ts'
import { strayChinese } from './workbench-ways.ts'
import { startWorld, type World } from './world.ts'

interface Sums {
  gross: number
  freight: number
  refunded: number
  fee: number
  net: number
}

let world: World
let browser: Browser
let shop: Shop
let photo: Buffer<ArrayBuffer>
let operator: State

beforeAll(async () => {
  ;[world, browser] = await Promise.all([startWorld(), launchBrowser()])
  shop = await openShop(world)
  const noise = { type: 'gaussian' as const, mean: 120, sigma: 40 }
  photo = Buffer.from(
    await sharp({ create: { width: 800, height: 600, channels: 3, background: '#8a5a2b', noise } })
      .png()
      .toBuffer(),
  )
  const station = await openWorkbench(browser, world, sizes[0])
  await signInByPhone(station, phones.operator)
  operator = await station.context.storageState()
  await station.close()
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

describe.each(sizes)('at $width × $height', (size) => {
  let owner: State
  beforeAll(async () => {
    const phone = await openWorkbench(browser, world, size)
    await signInByPhone(phone, phones.owner[size.width])
    owner = await phone.context.storageState()
    await phone.close()
  })
  const asOwner = () => openWorkbench(browser, world, size, owner)
  const asOperator = () => openWorkbench(browser, world, size, operator)

  test('an order is sent, received, and paid out to the fen', async () => {
    const buyer = new Buyer(world.marketUrl)
    const order = await buyer.buy({ storeId: shop.storeId, skuId: shop.skuId, quantity: 2 })
    const bench = await asOwner()
    const { page } = bench
    const before = await sumsOf(bench)
    await bench.go('todo')
    await page.getByRole('heading', { name: /^待发货 \d+ 单$/ }).waitFor()
    await page.locator(`a[href="#order/${order.storeId}/${order.orderId}"]`).click()
    await heading(page, '这单要发货')
    expect(await page.getByRole('main').textContent()).not.toContain('13912345678')
    await fitsThumb(page)
    const label = await page.getByRole('link', { name: '打面单' }).getAttribute('href')
    await readsLabel(bench, label ?? '')

    await page.getByRole('link', { name: '发货' }).click()
    await page.getByRole('button', { name: '中通快递' }).click()
    await press(page, '7')
    await press(page, String(Date.now()).slice(0, 12))
    await fitsThumb(page)
    await page.getByRole('button', { name: '发货' }).dblclick()
    await page.getByText('已发货').waitFor()

    await buyer.waitFor(order, 'shipped')
    await buyer.receive(order)
    await buyer.waitFor(order, 'completed')
    await expect.poll(() => splitOf(order), patiently).toEqual([{ state: 'settled', gross: order.total }])
    await expect.poll(async () => (await sumsOf(bench)).gross, patiently).toBe(before.gross + order.total)
    const sums = await sumsOf(bench)
    expect(sums.gross - sums.refunded - sums.fee).toBe(sums.net)
    await bench.go('money')
    for (const [name, amount] of [
      ['买家付的', sums.gross],
      ['其中运费', sums.freight],
      ['手续费', -sums.fee],
      ['到手', sums.net],
    ] as const) {
      await page
        .getByRole('definition')
        .filter({ hasText: yuan(amount) })
        .first()
        .waitFor()
      expect(await amountBeside(page, name)).toBe(yuan(amount))
    }
    await fitsThumb(page)
    const csv = await page.getByRole('link', { name: '存成表格' }).getAttribute('href')
    const table = await page.request.get(`${world.marketUrl}${csv}`)
    expect(await table.text()).toContain((sums.net / 100).toFixed(2))
    await bench.close()
  })

  test('a buyer who forgets to confirm keeps nobody waiting for the money', async () => {
    const buyer = new Buyer(world.marketUrl)
    const order = await buyer.buy({ storeId: shop.storeId, skuId: shop.skuId })
    const bench = await asOwner()
    await ship(bench, world, order)
    const overdue = `update orders."order" set receive_before = now() - interval '1 second' where store_id = $1 and id = $2`
    await change(world.db, overdue, [order.storeId, order.orderId])
    await runChore(world.db, 'orders.receive_by_clock')
    await buyer.waitFor(order, 'completed')
    await expect.poll(() => splitOf(order), patiently).toEqual([{ state: 'settled', gross: order.total }])
    await bench.go(`order/${order.storeId}/${order.orderId}`)
    await bench.page.getByRole('heading', { name: '已完成' }).waitFor()
    await bench.close()
  })

  test('damaged goods: the seller looks and gives back in two taps', async () => {
    const buyer = new Buyer(world.marketUrl)
    const order = await buyer.buy({ storeId: shop.storeId, skuId: shop.skuId })
    const bench = await asOwner()
    const { page } = bench
    await ship(bench, world, order)
    await buyer.complain(order, new Uint8Array(photo))
    await bench.go('todo')
    await page.getByRole('heading', { name: /^售后 \d+ 单$/ }).waitFor()
    await page.locator(`a[href="#order/${order.storeId}/${order.orderId}"]`).click()
    await heading(page, '买家申请售后')
    await expect.poll(() => page.getByRole('img', { name: /买家拍的照片/ }).count(), patiently).toBe(3)
    expect(await violationsOn(page)).toEqual([])
    await fitsThumb(page)
    await page.getByRole('button', { name: /^退 ¥.* 给买家$/ }).click()
    await page.getByRole('button', { name: /^确定退 ¥/ }).click()
    await page.getByRole('heading', { name: /已收货|已完成|已退款/ }).waitFor()
    await expect
      .poll(async () => (await buyer.ask<{ refundedAmount: number }>('GET', pathOf(order))).refundedAmount, patiently)
      .toBeGreaterThan(0)
    await bench.close()
  })

  test('goods are listed without a network, once, however often they are sent', async () => {
    const name = `离线小青菜${size.width}`
    // A browser without windows takes itself for online again whenever a page is loaded.
    const whole = await launchInstalled()
    onTestFinished(() => whole.close())
    const bench = await openWorkbench(whole, world, size, owner)
    const { page, context } = bench
    await bench.go('sell')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.getByRole('radio', { name: neighbour }).waitFor()
    // What the next screens need is on the phone by now, though none of them was ever opened.
    await page.waitForLoadState('networkidle')
    await context.setOffline(true)
    await page.getByText('没有网络').waitFor()
    await page.getByRole('radio', { name: neighbour }).check()
    await page.getByLabel('点这里拍照').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: photo })
    await page.getByRole('img', { name: '您拍的照片' }).waitFor()
    await fitsThumb(page)
    await page.getByRole('button', { name: '下一步' }).click()
    await heading(page, '卖什么')
    await page.getByLabel('叫什么名字').fill(name)
    await page.reload()
    await heading(page, '卖什么')
    expect(await page.getByLabel('叫什么名字').inputValue()).toBe(name)
    await fillRest(page)
    await fitsThumb(page)
    await page.getByRole('button', { name: '上架' }).dblclick()
    await page.getByText('已存好').waitFor()
    // Some versions of Chromium take themselves for online once a page was loaded out of what they keep.
    const waiting = new RegExp(`(没有网络，已存 1 条|有 1 条等着发送)${name}`)
    await page.getByText(waiting).waitFor()
    await page.reload()
    await page.getByText(waiting).waitFor()

    // The answers to product, lot and stock are lost on the way back: each is sent again.
    const lost = new Set<string>()
    await context.route(/\/api\/(products|lots|stock\/receipts)$/, async (route) => {
      const { pathname } = new URL(route.request().url())
      if (route.request().method() !== 'POST' || lost.has(pathname)) return route.fallback()
      lost.add(pathname)
      await route.fetch()
      await route.abort('connectionreset')
    })
    await context.setOffline(false)
    await expect
      .poll(async () => {
        const again = page.getByRole('button', { name: '现在发' })
        if (await again.isVisible()) await again.click({ timeout: 500 }).catch(() => {})
        return page.getByRole('status').first().textContent()
      }, patiently)
      .toBe('')
    expect([...lost].sort()).toEqual(['/api/lots', '/api/products', '/api/stock/receipts'])

    const { items } = await bench.ask<{ items: { id: string; name: string; state: string; photos: string[] }[] }>(
      `/api/products?merchant=${shop.neighbourId}&limit=100`,
    )
    const listed = items.filter((product) => product.name === name)
    expect(listed.map(({ state, photos }) => [state, photos.length])).toEqual([['published', 1]])
    const id = listed[0]?.id
    expect(await bench.ask<unknown[]>(`/api/lots?product=${id}`)).toHaveLength(1)
    const stock = await bench.ask<{ onHand: number; lots: unknown[] }[]>(`/api/stock?product=${id}`)
    expect(stock.map(({ onHand, lots }) => [onHand, lots.length])).toEqual([[30, 1]])
    await bench.close()
  })

  test('the station lists for a grower of the village, who puts it on sale with one tap', async () => {
    const name = `站里代录萝卜${size.width}`
    const station = await asOperator()
    await station.go('sell')
    await station.page.getByRole('radio', { name: neighbour }).check()
    await station.page.getByRole('button', { name: '先不拍，下一步' }).click()
    await station.page.getByLabel('叫什么名字').fill(name)
    await fillRest(station.page)
    await station.page.getByRole('button', { name: '交给店主上架' }).click()
    await station.page.getByText('录好了，等店主确认').waitFor()
    await station.close()

    const bench = await asOwner()
    await bench.go('todo')
    await bench.page.getByRole('button', { name: `上架 ${name}` }).click()
    await bench.page.getByText('已上架').waitFor()
    const stateOf = async () => {
      const path = `/api/products?merchant=${shop.neighbourId}&limit=100`
      const { items } = await bench.ask<{ items: { name: string; state: string }[] }>(path)
      return items.filter((product) => product.name === name).map(({ state }) => state)
    }
    expect(await stateOf()).toEqual(['published'])
    await bench.page.getByRole('button', { name: '撤回' }).click()
    await bench.page.getByRole('button', { name: `上架 ${name}` }).waitFor()
    await expect.poll(stateOf, patiently).toEqual(['withdrawn'])
    await bench.close()
  })

  test('a parcel comes to the station and goes to the buyer who has the code', async () => {
    const buyer = new Buyer(world.marketUrl)
    const { storeId, skuId, stationId, villageCode: regionCode } = shop
    const order = await buyer.buy({ storeId, skuId, stationId, regionCode })
    const bench = await asOwner()
    await ship(bench, world, order)
    await bench.close()
    const station = await asOperator()
    const { page } = station
    await station.go('todo')
    await page.getByRole('button', { name: '到站了' }).first().click()
    await page.getByRole('button', { name: '确定到站，通知买家' }).click()
    await page.getByRole('heading', { name: '等人来取 1 件' }).waitFor()
    await page.getByRole('link', { name: /尾号/ }).click()
    await heading(page, '请买家报取件码')
    const code = await codeOf(world, order)
    await press(page, code === '000000' ? '000001' : '000000')
    await page.getByRole('button', { name: '交给买家' }).click()
    await page.getByRole('alert').filter({ hasText: '取件码不对' }).waitFor()
    await press(page, code)
    await page.getByRole('button', { name: '交给买家' }).click()
    await page.getByText('已交给买家').waitFor()
    await buyer.waitFor(order, 'completed')
    await station.close()
  })

  test('a store owner asks somebody to help, and lets them go', async () => {
    const bench = await asOwner()
    const { page } = bench
    await bench.go('settings')
    await page.getByRole('link', { name: '店员' }).click()
    await heading(page, '店员')
    await press(page, phones.helper[size.width])
    await fitsThumb(page)
    await page.getByRole('button', { name: '发邀请短信' }).click()
    const link = (await page.getByText(/\/invitations\//).textContent()) ?? ''
    await fitsThumb(page)

    const helping = await openWorkbench(browser, world, size)
    await helping.page.goto(link)
    await press(helping.page, phones.helper[size.width])
    await helping.page.getByRole('button', { name: '发验证码' }).click()
    await helping.page.getByRole('button', { name: '填入' }).click()
    await heading(helping.page, '请您帮忙')
    await fitsThumb(helping.page)
    await helping.page.getByRole('button', { name: '接受' }).click()
    await heading(helping.page, '要做的事')
    const orders = `${world.marketUrl}/api/stores/${shop.storeId}/orders`
    expect((await helping.page.request.get(orders)).status()).toBe(200)

    await page.reload()
    await page.getByRole('button', { name: /^不让他做了/ }).click()
    await fitsThumb(page)
    await page.getByRole('button', { name: /^确定，马上生效/ }).click()
    await page.getByText('还没有店员').waitFor()
    expect((await helping.page.request.get(orders)).status()).toBe(403)
    await helping.close()
    await bench.close()
  })

  test('no screen keeps anybody out', async () => {
    const bench = await asOwner()
    const { page } = bench
    const order = await new Buyer(world.marketUrl).buy({ storeId: shop.storeId, skuId: shop.skuId })
    const { items } = await bench.ask<{ items: { skus: { gtin: string }[] }[] }>(
      `/api/products?merchant=${shop.merchantId}`,
    )
    const [lot] = await bench.ask<{ id: string; lotNumber: string }[]>(`/api/lots?product=${shop.productId}`)
    if (size.width === 390)
      await page.request.post(`${world.marketUrl}/api/lots/${lot?.id}/pledge`, {
        ...asPage(world),
        data: { basis: 'selfTest' },
      })
    const screens = {
      todo: '要做的事',
      [`order/${order.storeId}/${order.orderId}`]: '这单要发货',
      [`ship/${order.storeId}/${order.orderId}`]: '交给哪家快递',
      [`product/${shop.productId}`]: '已上架',
      sell: '拍张照片',
      money: '看货款',
      pledge: '给哪批货打证',
      [`pledge/${lot?.id}`]: '打证',
      [`certificate/${items[0]?.skus[0]?.gtin}/${lot?.lotNumber}`]: '合格证',
      notices: '消息',
      staff: '店员',
      settings: '我的',
    }
    const found: Record<string, string[]> = {}
    for (const [address, name] of Object.entries(screens)) {
      await bench.go(address)
      await hasRead(page, name)
      await page.waitForLoadState('networkidle')
      found[address] = await violationsOn(page)
      await fitsThumb(page)
    }
    expect(Object.entries(found).filter(([, violations]) => violations.length > 0)).toEqual([])
    await bench.close()
  })

  test('language and size of type are chosen on the phone', async () => {
    const bench = await asOwner()
    const { page } = bench
    await bench.go('settings')
    await page.getByRole('radio', { name: '标准' }).check()
    expect(await page.locator('html').getAttribute('data-type')).toBe('plain')
    await page.getByRole('radio', { name: 'English' }).check()
    await heading(page, 'Settings')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('html').getAttribute('data-type')).toBe('plain')
    expect(await page.getByRole('main').textContent()).not.toMatch(/[\u4e00-\u9fff]{5,}/)
    await bench.close()
  })
})

test('an order is labelled and sent without a mouse', async () => {
  const order = await new Buyer(world.marketUrl).buy({ storeId: shop.storeId, skuId: shop.skuId })
  const bench = await openWorkbench(browser, world, sizes[1])
  const { page, context } = bench
  const { keyboard } = page
  await bench.go('')
  await tabTo(page, page.getByLabel('手机号'))
  await keyboard.type(phones.typist)
  await keyboard.press('Enter')
  await heading(page, '输入验证码')
  await tabTo(page, page.getByRole('button', { name: '填入' }))
  await keyboard.press('Enter')
  await heading(page, '要做的事')
  await tabTo(page, page.locator(`a[href="#order/${order.storeId}/${order.orderId}"]`))
  await keyboard.press('Enter')
  await heading(page, '这单要发货')
  const label = page.getByRole('link', { name: '打面单' })
  await tabTo(page, label)
  const opened = context.waitForEvent('page')
  const printed = context.waitForEvent('response', (answer) => answer.url().endsWith('/label.pdf'))
  await keyboard.press('Enter')
  expect((await printed).status()).toBe(200)
  // A page of its own takes the front when it opens, and only then can ours have it again.
  await opened
  await page.bringToFront()
  expect(await label.evaluate((thing) => thing === document.activeElement)).toBe(true)
  await keyboard.press('Shift+Tab')
  await keyboard.press('Enter')
  await heading(page, '交给哪家快递')
  await tabTo(page, page.getByRole('button', { name: '中通快递' }))
  await keyboard.press('Enter')
  await heading(page, '输入运单号')
  await tabTo(page, page.getByLabel('中通快递运单号'))
  await keyboard.type('788000111222')
  await keyboard.press('Enter')
  await page.getByText('已发货').waitFor()
  await bench.close()
})

test('an English reader meets Chinese only in names, and every word has its room', async () => {
  const buyer = new Buyer(world.marketUrl)
  const { storeId, skuId, stationId, villageCode: regionCode } = shop
  const waits = await buyer.buy({ storeId, skuId })
  const parcel = await buyer.buy({ storeId, skuId, stationId, regionCode })
  const bench = await openWorkbench(browser, world, sizes[1], undefined, 'en-GB')
  const { page, context } = bench
  const found: Record<string, string[]> = {}
  const look = async ({ page }: Workbench, name: string) => {
    await page.waitForLoadState('networkidle')
    const stray = await strayChinese(page)
    if (stray.length > 0) found[name] = stray
    await fitsThumb(page)
  }
  // Screens that no address leads to are open here alone.
  const lookClosely = async (bench: Workbench, name: string) => {
    await look(bench, name)
    const barriers = await violationsOn(bench.page)
    if (barriers.length > 0) found[`${name}, by axe`] = barriers
  }
  await bench.go('')
  await lookClosely(bench, 'phone')
  await page.getByLabel('Phone number').fill(phones.reader)
  await page.getByRole('button', { name: 'Send the code' }).click()
  await heading(page, 'Enter the code')
  await lookClosely(bench, 'code')
  await page.getByRole('button', { name: 'Fill in' }).click()
  await heading(page, 'To do')
  await ship(bench, world, parcel)
  const hurt = await buyer.buy({ storeId, skuId })
  await ship(bench, world, hurt)
  await buyer.complain(hurt, new Uint8Array(photo))
  const [lot] = await bench.ask<{ id: string; lotNumber: string }[]>(`/api/lots?product=${shop.productId}`)
  const { skus } = await bench.ask<{ skus: { gtin: string }[] }>(`/api/products/${shop.productId}`)
  const screens = {
    todo: 'To do',
    [`order/${waits.storeId}/${waits.orderId}`]: 'To be shipped',
    [`order/${hurt.storeId}/${hurt.orderId}`]: 'The buyer asks for money back',
    [`ship/${waits.storeId}/${waits.orderId}`]: 'Which carrier',
    [`product/${shop.productId}`]: 'On sale',
    money: 'Money',
    pledge: 'Certificate for which lot',
    [`pledge/${lot?.id}`]: 'Certify',
    [`certificate/${skus[0]?.gtin}/${lot?.lotNumber}`]: 'Certificate',
    notices: 'Messages',
    settings: 'Settings',
    sell: 'Take a photo',
  }
  for (const [address, name] of Object.entries(screens)) {
    await bench.go(address)
    await hasRead(page, name)
    await look(bench, address)
  }
  await page.getByRole('radio', { name: neighbour }).check()
  await page.getByRole('button', { name: 'No photo yet; next' }).click()
  await page.getByLabel('What is it called').fill('溧阳青菜')
  await lookClosely(bench, 'name')
  await page.getByRole('button', { name: 'Next' }).click()
  for (const [name, value] of Object.entries({ 'Weight of one': '2.5', 'Price of one': '12.8', 'How many': '3000' }))
    await page.getByLabel(name).fill(value)
  await lookClosely(bench, 'numbers')
  await page.getByRole('button', { name: 'Next' }).click()
  await heading(page, 'Is it right?')
  await lookClosely(bench, 'check')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Put on sale' }).click()
  await page.getByText('No network; 1 kept溧阳青菜').waitFor()
  await lookClosely(bench, 'kept')
  await bench.close()

  const station = await openWorkbench(browser, world, sizes[1], operator, 'en-GB')
  await station.go('todo')
  await station.page.getByRole('button', { name: 'It is here' }).first().click()
  await lookClosely(station, 'station')
  await station.page.getByRole('button', { name: 'Yes, tell the buyer' }).click()
  await station.page
    .getByRole('link', { name: /ending/ })
    .first()
    .click()
  await heading(station.page, 'Ask the buyer for the code')
  await lookClosely(station, 'hand-over')
  await station.close()
  expect(found).toEqual({})
})

test('the phone keeps the workbench’s own files and nothing else, and can put it on the home screen', async () => {
  const read = async (path: string) => (await fetch(`${world.marketUrl}/workbench/${path}`)).text()
  const worker = await read('sw.js')
  const kept = [...worker.matchAll(/url:\s*"([^"]+)"/g)].map(([, url = '']) => url)
  expect(kept).toContain('index.html')
  expect(kept.filter((url) => !/^(assets\/|index\.html$|icon|manifest\.webmanifest$)/.test(url))).toEqual([])
  const manifest = JSON.parse(await read('manifest.webmanifest')) as {
    scope: string
    icons: { src: string; sizes: string; type: string }[]
  }
  expect(manifest.scope).toBe('/workbench/')
  for (const side of [192, 512]) {
    const icon = manifest.icons.find(({ sizes, type }) => sizes === `${side}x${side}` && type === 'image/png')
    const picture = await fetch(new URL(icon?.src ?? '', world.marketUrl))
    const { width, height, format } = await sharp(await picture.arrayBuffer()).metadata()
    expect([width, height, format]).toEqual([side, side, 'png'])
  }
})

const pathOf = ({ storeId, orderId }: Ordered) => `/api/orders/${storeId}/${orderId}`
const asPage = ({ marketUrl }: World) => ({
  headers: { origin: marketUrl, 'idempotency-key': crypto.randomUUID() },
})

/** The label is there for both kinds of printer, tells no whole phone number, and its code leads to the lot's page. */
async function readsLabel({ page, context }: Workbench, path: string): Promise<void> {
  const pdf = await page.request.get(`${world.marketUrl}${path}`)
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
  expect((await pdf.body()).toString('latin1')).toMatch(/MediaBox \[0 0 283\.46\d* 425\.19\d*\]/)
  const svg = await (await page.request.get(`${world.marketUrl}${path.replace('.pdf', '.svg')}`)).text()
  expect(svg).toMatch(/width="100mm" height="150mm"/)
  expect(svg).not.toContain('13912345678')
  const [, lotNumber = ''] = /批号 ([A-Z0-9-]+)/.exec(svg) ?? []
  const scanned = await context.newPage()
  await scanned.goto(await readQr(svg, { left: 640, top: 1080, width: 335, height: 330 }))
  expect(new URL(scanned.url()).pathname).toMatch(/^\/01\/\d{14}\/10\//)
  await scanned.getByText(lotNumber).first().waitFor()
  await scanned.close()
}

async function splitOf({ orderId }: Ordered): Promise<{ state: string; gross: number }[]> {
  return rows(world.db, 'select state, gross from payments.split where pays_for = $1', [orderId])
}

let parcels = 0

async function ship({ page }: Workbench, { marketUrl }: World, order: Ordered): Promise<void> {
  const data = { carrier: 'sf', trackingNumber: `SF${String(++parcels).padStart(13, '0')}` }
  const answer = await page.request.post(`${marketUrl}${pathOf(order)}/ship`, { ...asPage(world), data })
  expect(answer.status()).toBe(200)
}

async function sumsOf(bench: Workbench): Promise<Sums> {
  const path = `/api/stores/${shop.storeId}/statement?month=${monthOf(new Date())}`
  return (await bench.ask<{ sums: Sums }>(path)).sums
}

async function amountBeside(page: Page, name: string): Promise<string | null> {
  return page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd[1]').textContent()
}

/** From the name on: its kind, three numbers, the day. */
async function fillRest(page: Page): Promise<void> {
  await expect.poll(() => page.getByLabel('哪一类').inputValue(), patiently).not.toBe('')
  await page.getByRole('button', { name: '下一步' }).click()
  await heading(page, '价钱和数量')
  await press(page, '2.5')
  await page.getByRole('button', { name: '下一项' }).click()
  await press(page, '12.8')
  await page.getByRole('button', { name: '下一项' }).click()
  await press(page, '30')
  await page.getByRole('button', { name: '下一步' }).click()
  await heading(page, '看一看，对不对')
  await page.getByRole('radio', { name: /昨天/ }).check()
}

/** The buyer reads the code on the order's page; here it comes from where that page has it. */
async function codeOf({ db }: World, { orderId }: Ordered): Promise<string> {
  return (await shipmentOf(db, orderId))?.pickupCode ?? ''
}
