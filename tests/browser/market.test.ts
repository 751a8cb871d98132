import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '../../server/kernel/time.ts'
import { launchBrowser } from './browser.ts'
import {
  fits,
  giveAddress,
  type Market,
  order,
  pay,
  putIntoBasket,
  seen,
  send,
  startMarket,
  visit,
} from './market-visit.ts'
import { patiently, sizes } from './office-pages.ts'

let market: Market
let browser: Browser

beforeAll(async () => {
  ;[market, browser] = await Promise.all([startMarket(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await market?.stop()
})

const way = ['江苏省', '南京市', '高淳区', '固城街道']
const visitors = sizes.flatMap((size) => [true, false].map((script) => ({ ...size, script })))

describe.each(visitors)('a buyer at $width × $height, script: $script', (visitor) => {
  test('finds crabs by their name, its sound, its initials or one character, and narrows what is found', async () => {
    const { page, close } = await visit(browser, market, visitor)
    for (const words of ['大闸蟹', '大扎蟹', 'dazhaxie', 'dzx', '蟹']) {
      await search(page, words)
      await page.getByRole('link', { name: market.crab.name }).first().waitFor()
      expect(new URL(page.url()).searchParams.get('q')).toBe(words)
    }
    await fits(page)
    const shown = page.getByRole('main').getByRole('article')
    const before = await shown.count()
    await choose(page, visitor.script, 'county', '高淳区')
    await choose(page, visitor.script, 'category', '　大闸蟹')
    await choose(page, visitor.script, 'certification', '地理标志')
    await page.getByLabel('只看当季').check()
    if (!visitor.script) await page.getByRole('button', { name: '筛选' }).click()
    await page.waitForURL(/season=\d/)
    // Crabs have their months; in the others the filter leaves them out.
    const inSeason = market.crab.seasonMonths.includes(Number(dayOf(new Date()).slice(5, 7)))
    expect(await shown.count()).toBe(inSeason ? 1 : 0)
    expect(before).toBeGreaterThan(1)
    for (const card of await shown.allTextContents()) expect(card).toContain('高淳区')
    await fits(page)
    await close()
  })

  test('reads on one page who, where, which lot, what it costs, when it comes and whether it can go back', async () => {
    const { crab } = market
    const { page, close } = await visit(browser, market, visitor)
    await page.goto(`${market.marketUrl}/products/${crab.productId}`)
    const main = page.getByRole('main')
    await main.getByRole('heading', { level: 1, name: crab.name }).waitFor()
    await main
      .getByRole('link', { name: /固城村/ })
      .first()
      .waitFor()
    const said = (await main.textContent()) ?? ''
    const [sku] = crab.skus
    const yuan = (fen: number) => (fen / 100).toFixed(2)
    expect(said).toContain(crab.merchant.name)
    expect(said).toContain(`${crab.lots[0]?.lotNumber}`)
    expect(said).toContain(`¥${yuan(sku?.unitPrice ?? 0)} / 斤`)
    expect(said).toContain(`¥${yuan(sku?.price ?? 0)}`)
    expect(said).toMatch(/下单后 \d+ 小时内发货；寄往江苏省内约 \d+–\d+ 天，运费 ¥/)
    expect(said).toContain('鲜活易腐，不支持七日无理由退货')
    expect(said).toContain('消费者权益保护法第二十五条')
    expect(said).toContain('示例数据')
    await fits(page)
    await close()
  })

  test('buys as a guest, to the door or from a station, pays, and confirms that it came', async () => {
    const { page, close } = await visit(browser, market, visitor)
    await putIntoBasket(page, market, market.crab.productId)
    await fits(page)
    await giveAddress(page, way, visitor.script)
    await fits(page)
    const toTheDoor = await totalOn(page)
    expect(toTheDoor).toBeGreaterThan(market.crab.skus[0]?.price ?? 0)

    await page.getByRole('radio', { name: /自提/ }).first().check()
    if (!visitor.script) await page.getByRole('button', { name: '用这个方式' }).click()
    await page.waitForURL(/station=[0-9a-f-]{36}/)
    const confirmation = page.getByRole('checkbox', { name: /不适用七日无理由退货/ })
    expect(await confirmation.isChecked()).toBe(false)
    // Unconfirmed, it is not sent: the browser asks for the tick.
    await page.getByRole('button', { name: /提交订单并付款/ }).click()
    expect(await confirmation.evaluate((box: HTMLInputElement) => box.validity.valueMissing)).toBe(true)
    await order(page)
    expect(await page.getByRole('note').textContent()).toContain('沙箱')
    await fits(page)
    const paid = await pay(page)
    const main = page.getByRole('main')
    expect(await main.textContent()).toContain('服务站自提')
    expect(await main.getByRole('listitem').filter({ hasText: '支付成功' }).count()).toBeGreaterThan(0)
    await fits(page)

    await send(market, paid)
    await seen(page, 'SF')
    await page.getByRole('button', { name: '确认收货' }).click()
    await page.getByRole('button', { name: '确认收货' }).waitFor({ state: 'detached' })
    await expect.poll(() => main.textContent(), patiently).toMatch(/已收货|已完成/)
    await page.goto(`${market.marketUrl}/orders`)
    await main.getByRole('link', { name: market.crab.name }).first().waitFor()
    await fits(page)
    await close()
  })

  test('keeps the basket when signing in, leaves the payment, and pays another way later', async () => {
    const { page, close } = await visit(browser, market, visitor)
    await putIntoBasket(page, market, market.crab.productId)
    await page.goto(`${market.marketUrl}/sign-in?next=/basket`)
    const phone = `139${visitor.width.toString().padStart(4, '0')}${visitor.script ? '0001' : '0002'}`
    await signIn(page, phone)
    await page.getByRole('heading', { level: 1, name: '购物篮' }).waitFor()
    await page.getByRole('link', { name: market.crab.name }).first().waitFor()
    await giveAddress(page, [...way, '前陇村村委会'], visitor.script)
    expect(await page.getByRole('main').textContent()).toContain('前陇村村委会')
    await order(page)
    await page.getByRole('button', { name: '稍后再付' }).click()
    await page.waitForURL(/\/orders\//)
    await page.getByText('待付款').first().waitFor()
    await page.getByRole('radio', { name: '支付宝' }).check()
    await page.getByRole('button', { name: '去付款' }).click()
    await page.waitForURL(/\/sandbox\/pay\//)
    expect(await page.getByRole('main').textContent()).toContain('支付宝')
    await pay(page)
    expect(await page.getByRole('main').textContent()).toContain('支付宝')
    await close()
  })
})

test('an address with something missing says what, and keeps what was typed', async () => {
  const { page, close } = await visit(browser, market, { ...sizes[1], script: false })
  await putIntoBasket(page, market, market.crab.productId)
  await page
    .getByRole('link', { name: /去结算/ })
    .first()
    .click()
  await page.getByLabel('收货人').fill('林晓梅')
  await page.getByLabel('手机号').fill('13800138000')
  await page.getByLabel('详细地址').fill('示例路 8 号')
  await page.getByRole('button', { name: '用这个地址' }).click()
  await page.getByText('请选到乡镇（街道）；外省选到省').waitFor()
  expect(await page.getByLabel('收货人').inputValue()).toBe('林晓梅')
  await page.getByRole('combobox', { name: '省', exact: true }).selectOption({ label: '上海市' })
  await page.getByRole('button', { name: '用这个地址' }).click()
  await page.getByRole('heading', { name: /付款方式/ }).waitFor()
  await close()
})

test('words come while typing, chosen by keyboard as any list', async () => {
  const { page, close } = await visit(browser, market, sizes[1])
  await page.goto(market.marketUrl)
  const field = page.getByPlaceholder('搜产品、村、县，拼音也行')
  const answered = page.waitForResponse(`${market.marketUrl}/api/suggestions?q=dzx`)
  await field.pressSequentially('dzx')
  const words: string[] = await (await answered).json()
  // Those for what was typed on the way may stand there a moment longer.
  const options = page.getByRole('listbox').getByRole('option')
  await expect.poll(() => options.allTextContents(), patiently).toEqual(words)
  const at = words.findIndex((word) => word.includes('蟹'))
  for (let step = 0; step <= at; step++) await field.press('ArrowDown')
  const word = words[at]
  expect(await page.getByRole('option', { selected: true }).allTextContents()).toEqual([word])
  await field.press('Enter')
  await page.waitForURL((url) => url.searchParams.get('q') === word)
  await page.getByRole('link', { name: market.crab.name }).first().waitFor()
  await close()
})

test('signing in by phone, taking the data along, and signing out, without script', async () => {
  const { page, close } = await visit(browser, market, { ...sizes[1], script: false })
  await page.goto(`${market.marketUrl}/account`)
  await signIn(page, '13811112222')
  await page.getByRole('heading', { level: 1, name: '我的账户' }).waitFor()
  // Who has given no name is called by the phone, and nowhere on the page by more than its ends.
  const phonesSaid = async () => (await page.getByRole('main').textContent())?.match(/138[*\d]{4}2222/g)
  await expect.poll(phonesSaid, patiently).toEqual(['138****2222'])
  const data = await page.request.get(`${market.marketUrl}/account/data.json`)
  expect(await data.text()).toContain('13811112222')
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL(`${market.marketUrl}/`)
  await page.goto(`${market.marketUrl}/account`)
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  await close()
})

test('who guesses phones for an order is stopped', async () => {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const statuses: number[] = []
  for (let at = 0; at < 12; at++) {
    const answer = await context.request.post(`${market.marketUrl}/orders/find`, {
      form: { orderNumber: '20261124000000000001', phone: `1380000${1000 + at}` },
      headers: { origin: market.marketUrl, accept: 'text/html' },
    })
    statuses.push(answer.status())
    // What was entered is still there to be looked over.
    if (at === 0)
      for (const words of ['没有查到这个订单', '20261124000000000001']) expect(await answer.text()).toContain(words)
  }
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(404))
  expect(statuses.slice(10)).toEqual([429, 429])
  await context.close()
})

async function search(page: Page, words: string) {
  await page.goto(market.marketUrl)
  await page.getByPlaceholder('搜产品、村、县，拼音也行').fill(words)
  await page.getByRole('button', { name: '搜索' }).click()
  // The page before has a heading, too.
  await page.waitForURL((url) => url.searchParams.get('q') === words)
}

/** One filter; with script the page opens again by itself. */
async function choose(page: Page, script: boolean, name: string, label: string) {
  await page.locator(`select[name=${name}]`).selectOption({ label })
  if (!script) await page.getByRole('button', { name: '筛选' }).click()
  await page.waitForURL(new RegExp(`[?&]${name}=[^&]`))
}

async function signIn(page: Page, phone: string) {
  await page.getByLabel('手机号').fill(phone)
  await page.getByRole('button', { name: '发送验证码' }).click()
  const said = (await page.getByRole('note').textContent()) ?? ''
  expect(said).toContain('沙箱')
  await page.getByLabel('六位验证码').fill(/\d{6}/.exec(said)?.[0] ?? '')
  await page.getByRole('button', { name: '登录' }).click()
}

async function totalOn(page: Page): Promise<number> {
  const words = (await page.getByRole('button', { name: /提交订单并付款/ }).textContent()) ?? ''
  return Math.round(Number(/¥([\d,.]+)/.exec(words)?.[1]?.replaceAll(',', '')) * 100)
}
