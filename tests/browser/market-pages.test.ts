import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildMarket } from '../../server/app.ts'
import { testConfig } from '../../server/modules/accounts/testing.ts'
import { launchBrowser, violationsOn } from './browser.ts'
import { tabTo } from './keyboard.ts'
import { tooSmall } from './large-type.ts'
import { buyQuietly, fits, giveBackHalf, type Market, send, startMarket, visit } from './market-visit.ts'
import { sizes } from './office-pages.ts'
import { strayChinese } from './workbench-ways.ts'

const [desk, phone] = sizes
type Visit = Awaited<ReturnType<typeof visit>>

let market: Market
let browser: Browser
let guest: Visit
let buyer: Visit
/** Every page by name, and whose basket and orders it is opened with. */
let pages: { name: string; path: string; by: Visit }[]

beforeAll(async () => {
  ;[market, browser] = await Promise.all([startMarket(), launchBrowser()])
  ;[guest, buyer] = await Promise.all([visit(browser, market, desk), visit(browser, market, desk)])
  pages = await allPages()
})
afterAll(async () => {
  await browser?.close()
  await market?.stop()
})

async function allPages() {
  const { crab, marketUrl } = market
  await signIn(buyer.page)
  const unpaid = await buyQuietly(buyer.page, market, crab, false)
  const paid = await buyQuietly(buyer.page, market, crab)
  const sent = await buyQuietly(buyer.page, market, crab)
  await send(market, sent)
  const complained = await buyQuietly(buyer.page, market, crab)
  await send(market, complained)
  await giveBackHalf(buyer.page, market, complained)
  await buyer.page.request.post(`${marketUrl}/api/basket/lines`, {
    data: { skuId: crab.skus[0]?.skuId, quantity: 2 },
    headers: { origin: marketUrl, 'idempotency-key': crypto.randomUUID() },
  })
  const order = ({ storeId, orderId }: typeof paid) => `/orders/${storeId}/${orderId}`
  const anyone = {
    home: '/',
    'search that finds': '/search?q=%E8%9F%B9',
    'search by sound': '/search?q=%E5%A4%A7%E6%89%8E%E8%9F%B9',
    'search that finds nothing': '/search?q=zzzz',
    category: '/search?category=fruit',
    counties: '/counties',
    county: `/counties/${crab.countyCode}`,
    'county without a village': '/counties/320102000000',
    map: '/map',
    village: `/villages/${crab.villageCode}`,
    'village without a store': '/villages/320102002001',
    product: `/products/${crab.productId}`,
    store: `/stores/${crab.storeId}`,
    trace: new URL(crab.lots[0]?.trace ?? '', marketUrl).pathname,
    rules: '/rules',
    privacy: '/privacy',
    'not found': '/villages/12',
    'sign-in': '/sign-in?next=%2Faccount',
    erased: '/account/erased',
    'empty basket': '/basket',
    'no orders': '/orders',
    'find an order': '/orders/find',
  }
  const own = {
    basket: '/basket',
    'checkout with an address': `/checkout/${crab.storeId}`,
    'checkout, another address': `/checkout/${crab.storeId}?edit=1`,
    'play payment': unpaid.payAt,
    'order to pay': order(unpaid),
    'order paid': order(paid),
    'order sent': order(sent),
    'order complained about': order(complained),
    'after-sale': `${order(sent)}/after-sale`,
    orders: '/orders',
    account: '/account',
  }
  const listed = (named: Record<string, string>, by: Visit) =>
    Object.entries(named).map(([name, path]) => ({ name, path, by }))
  return [...listed(anyone, guest), ...listed(own, buyer)]
}

async function signIn(page: Page) {
  const { marketUrl } = market
  const ask = (path: string, data: object) =>
    page.request.post(marketUrl + path, {
      data,
      headers: { origin: marketUrl, 'idempotency-key': crypto.randomUUID() },
    })
  await ask('/api/auth/phone/code', { phone: '13700001234' })
  const texts = await (await page.request.get(`${marketUrl}/api/sandbox/sms?phone=13700001234`)).text()
  await ask('/api/auth/phone/verify', { phone: '13700001234', code: /\d{6}/.exec(texts)?.[0] })
}

/** Opens every page as this reader; what one of them lacks is told with its name. */
async function onEveryPage(
  reader: { lang: 'zh' | 'en'; type?: 'large' },
  look: (page: Page, name: string) => Promise<unknown[]>,
) {
  const url = market.marketUrl
  for (const { page } of [guest, buyer]) {
    await page.context().clearCookies({ name: 'type' })
    const choices = [{ name: 'lang', value: reader.lang, url }]
    await page.context().addCookies(reader.type ? [...choices, { name: 'type', value: reader.type, url }] : choices)
  }
  const lacking: Record<string, unknown[]> = {}
  for (const { name, path, by } of pages) {
    await by.page.goto(url + path)
    const found = await look(by.page, name)
    if (found.length) lacking[name] = found
  }
  expect(lacking).toEqual({})
}

/** What somebody could not read or reach, by the rules of WCAG 2.2 AA. */
const barriers = (page: Page) => violationsOn(page, { tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })

/** Built like another page on the list: axe would say the same of both. */
const likeAnother = ['search by sound', 'category', 'counties', 'county without a village', 'order paid', 'erased']
/** Longer words in English, and names in the other language between them. */
const withWordsOfItsOwn = [
  'home',
  'map',
  'village',
  'product',
  'basket',
  'checkout with an address',
  'order complained about',
]
/** Where things to press lie close together, or beside the button at the thumb. */
const forThumbs = [
  'home',
  'search that finds',
  'product',
  'basket',
  'checkout with an address',
  'checkout, another address',
  'play payment',
  'order to pay',
  'order sent',
  'order complained about',
  'after-sale',
]

test('no page of the market is missing here', async () => {
  const app = await buildMarket({ db: market.db, config: testConfig() })
  const offered = app.offered.filter(
    ({ method, url }) =>
      method === 'GET' && !/\.|\*|^\/(api|pictures|language|type|workbench|invitations|sitemaps)\b/.test(url),
  )
  await app.close()
  const opened = pages.map(({ path }) => path.split('?')[0] ?? '')
  const missing = offered.filter(({ url }) => {
    const pattern = new RegExp(`^${url.replaceAll(/:\w+/g, '[^/]+')}$`)
    return !opened.some((path) => pattern.test(path))
  })
  expect(offered.length).toBeGreaterThan(18)
  expect(missing.map(({ url }) => url)).toEqual([])
})

describe('every page', () => {
  test('can be read and reached, in Chinese, and shows where the focus is', async () => {
    await onEveryPage({ lang: 'zh' }, async (page, name) => {
      await page.setViewportSize(phone)
      await fits(page)
      await page.setViewportSize(desk)
      await fits(page)
      return [...(likeAnother.includes(name) ? [] : await barriers(page)), ...(await unringed(page))]
    })
  })

  test('says nothing in Chinese to an English reader but names, marked as such', async () => {
    await onEveryPage({ lang: 'en' }, async (page, name) => {
      await page.setViewportSize(phone)
      await fits(page)
      await page.setViewportSize(desk)
      await fits(page)
      return [...(await strayChinese(page)), ...(withWordsOfItsOwn.includes(name) ? await barriers(page) : [])]
    })
  })

  test('in large type has letters of 18 px and more, and targets of 60', async () => {
    await onEveryPage({ lang: 'zh', type: 'large' }, async (page, name) => {
      await page.setViewportSize(desk)
      await fits(page)
      const small = await tooSmall(page)
      await page.setViewportSize(phone)
      await fits(page)
      small.push(...(await tooSmall(page)))
      if (!forThumbs.includes(name)) return [...new Set(small)]
      // What lies under the button at the thumb can be scrolled free, so it is looked at where nothing needs scrolling.
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      await page.setViewportSize({ ...phone, height: height + 100 })
      return [...new Set(small), ...(await barriers(page))]
    })
  })

  test('complains about nothing', async () => {
    for (const { close } of [guest, buyer]) await close()
  })
})

/** What can be reached by the tab key without showing it. */
async function unringed(page: Page): Promise<string[]> {
  // From the first key on, the browser takes every focus for one by keys.
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const reached = [...document.querySelectorAll<HTMLElement>('a[href], button, select, textarea, input, summary')]
    const rings = (style: CSSStyleDeclaration) =>
      style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
    return reached
      .filter((thing) => thing.checkVisibility() && !thing.matches(':disabled, [type=hidden]'))
      .filter((thing) => {
        thing.focus({ preventScroll: true })
        if (document.activeElement !== thing) return false
        const drawn = thing.closest('svg') && thing.querySelector('.map-place, .map-reach, .map-point')
        if (drawn) return Number.parseFloat(getComputedStyle(drawn).strokeWidth) < 2
        const around = [thing, thing.closest('.pack')].flatMap((each) => (each ? [getComputedStyle(each)] : []))
        return ![...around, getComputedStyle(thing, '::after')].some(rings)
      })
      .map((thing) => `no ring: ${thing.outerHTML.slice(0, 120)}`)
  })
}

test('from the search to a paid order with the keyboard alone', async () => {
  const { page, close } = await visit(browser, market, desk)
  const keys = page.keyboard
  await page.goto(market.marketUrl)
  await tabTo(page, page.getByRole('combobox', { name: /搜产品/ }))
  await keys.type('dzx')
  await page.getByRole('option').first().waitFor()
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await page.getByRole('heading', { level: 1, name: /的结果/ }).waitFor()
  await press(page, page.getByRole('link', { name: market.crab.name }).first())
  await page.getByRole('heading', { level: 1, name: market.crab.name }).waitFor()
  await press(page, page.locator('#buy button[type=submit]'))
  await page.getByRole('heading', { level: 1, name: '购物篮' }).waitFor()
  await press(page, page.getByRole('link', { name: /去结算/ }))
  await page.waitForURL(/\/checkout\//)
  await tabTo(page, page.getByLabel('收货人'))
  await keys.type('林晓梅')
  await keys.press('Tab')
  await keys.type('13800138000')
  for (const label of ['省', '市', '县（市、区）', '乡镇（街道）']) {
    await tabTo(page, page.getByRole('combobox', { name: label, exact: true }))
    await keys.press('ArrowDown')
  }
  await page.getByRole('combobox', { name: /^村/ }).waitFor()
  await tabTo(page, page.getByLabel('详细地址'))
  await keys.type('示例路 8 号')
  await keys.press('Enter')
  await page.getByRole('heading', { name: /付款方式/ }).waitFor()
  await tabTo(page, page.getByRole('checkbox', { name: /不适用七日无理由退货/ }))
  await keys.press('Space')
  await press(page, page.getByRole('button', { name: /提交订单并付款/ }))
  await page.waitForURL(/\/sandbox\/pay\//)
  await press(page, page.getByRole('button', { name: /^付款/ }))
  await page.waitForURL(/\/orders\//)
  await page.getByRole('listitem').filter({ hasText: '买家下单' }).waitFor()
  await close()
})

async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}
