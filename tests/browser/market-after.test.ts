import { isDeepStrictEqual } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { transact } from '../../server/kernel/db.ts'
import { person } from '../../server/kernel/testing.ts'
import { monthOf } from '../../server/kernel/time.ts'
import { decideAfterSale, orderPage } from '../../server/modules/orders/index.ts'
import { statementOf } from '../../server/modules/payments/index.ts'
import { allChecks } from '../../server/rooms.ts'
import { launchBrowser } from './browser.ts'
import { buyQuietly, fits, type Market, seen, send, startMarket, visit, withThreePhotos } from './market-visit.ts'
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

describe.each(sizes)('from the code on the box, at $width × $height', (size) => {
  test('village, producer, harvest day, certificate and journey of a lot, without signing in', async () => {
    const { crab } = market
    const [lot] = crab.lots
    const { page, close } = await visit(browser, market, { ...size, script: false })
    // The code holds what GS1 says: the article's number and the lot's.
    expect(lot?.trace).toMatch(/\/01\/\d{14}\/10\/[^/]+$/)
    await page.goto(new URL(lot?.trace ?? '', market.marketUrl).href)
    const main = page.getByRole('main')
    await main.getByRole('heading', { level: 1, name: crab.name }).waitFor()
    const said = (await main.textContent()) ?? ''
    expect(said).toContain(lot?.lotNumber)
    expect(said).toContain('固城村')
    expect(said).toContain(crab.merchant.name)
    expect(said).toMatch(/采收日期.{0,4}\d+月\d+日/)
    await main.getByRole('heading', { name: '承诺达标合格证' }).waitFor()
    await main.getByRole('heading', { name: '经过' }).waitFor()
    await fits(page)
    await page.goto(`${market.marketUrl}/products/${crab.productId}`)
    await page.getByRole('link', { name: '查这一批的来历' }).click()
    await page.getByRole('heading', { name: '承诺达标合格证' }).waitFor()
    await close()
  })
})

const visitors = sizes.flatMap((size) => [true, false].map((script) => ({ ...size, script })))

describe.each(visitors)('what came damaged, at $width × $height, script: $script', (visitor) => {
  test('three photos, what the rule says, the store’s yes: money, statement and figures all follow', async () => {
    const { crab } = market
    const { page, close } = await visit(browser, market, visitor)
    const paid = await buyQuietly(page, market, crab)
    await send(market, paid)
    await page.goto(`${market.marketUrl}/orders/${paid.storeId}/${paid.orderId}`)
    await page.getByRole('link', { name: '申请售后' }).click()
    await fits(page)
    await page.getByLabel('坏了百分之几').fill('30')
    await withThreePhotos(async (photos) => {
      // Two are not enough; the answer says so and keeps what was typed.
      await page.getByLabel('照片').setInputFiles(photos.slice(0, 2))
      await page.getByRole('button', { name: '提交申请' }).click()
      await page.getByRole('alert').waitFor()
      expect(await page.getByLabel('坏了百分之几').inputValue()).toBe('30')
      await page.getByLabel('照片').setInputFiles(photos)
      await page.getByRole('button', { name: '提交申请' }).click()
    })
    await page.getByText('等店铺处理').first().waitFor()
    const main = page.getByRole('main')
    await expect.poll(() => main.getByRole('img', { name: /照片 [123]/ }).count(), patiently).toBe(3)
    await fits(page)

    const keeper = person({ role: 'store_owner', storeId: paid.storeId })
    const [asked] = (await orderPage(market.db, keeper, paid.storeId, paid.orderId)).afterSales
    expect(asked?.suggestedAmount).toBeGreaterThan(0)
    expect(await main.textContent()).toContain(`¥${((asked?.suggestedAmount ?? 0) / 100).toFixed(2)}`)
    const refundedBefore = await refundedBy(paid.storeId)
    await transact(market.db, (tx) => decideAfterSale(tx, keeper, asked?.id ?? '', { decision: 'accept' }))
    await seen(page, '退款已到账')
    expect(await main.textContent()).toContain(`已退¥${((asked?.suggestedAmount ?? 0) / 100).toFixed(2)}`)
    expect(await refundedBy(paid.storeId)).toBeGreaterThan(refundedBefore)
    await expect.poll(broken, { timeout: 20_000, interval: 500 }).toEqual([])
    await close()
    // Every check of the whole house, a rebuild of the figures among them.
  }, 180_000)
})

/** What a store's statement of this month says it gave back. */
async function refundedBy(storeId: string): Promise<number> {
  return (await statementOf(market.db, storeId, monthOf(new Date()))).sums.refunded
}

/** What must always be true and is not: journal, stock against its movements, figures against a rebuild. */
async function broken(): Promise<string[]> {
  const wrong: string[] = []
  for (const { name, run } of allChecks) {
    const { found, expected } = await run(market.db)
    if (!isDeepStrictEqual(found, expected)) wrong.push(name)
  }
  return wrong
}
