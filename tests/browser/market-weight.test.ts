import { availableParallelism, loadavg } from 'node:os'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type Market, startMarket } from './market-visit.ts'
import { sizes } from './office-pages.ts'

let market: Market
let browser: Browser

beforeAll(async () => {
  ;[market, browser] = await Promise.all([startMarket(), launchBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await market?.stop()
})

const kilobyte = 1024

describe.each(sizes)('the first view, at $width × $height', (size) => {
  test('a product weighs at most 120 KB in all, and no page more than 25 KB of script', async () => {
    const { crab } = market
    const pages = [
      '/',
      '/search?q=%E8%9F%B9',
      `/villages/${crab.villageCode}`,
      '/counties',
      '/map',
      '/basket',
      '/orders',
    ]
    for (const path of [`/products/${crab.productId}`, ...pages]) {
      const { script, all } = await firstView(size, path)
      expect(`${path} ${script <= 25 * kilobyte || script}`).toBe(`${path} true`)
      if (path.startsWith('/products/')) expect(all).toBeLessThanOrEqual(120 * kilobyte)
    }
  })

  test('a trace needs at most 15 KB of script', async () => {
    const trace = new URL(market.crab.lots[0]?.trace ?? '', market.marketUrl).pathname
    expect((await firstView(size, trace)).script).toBeLessThanOrEqual(15 * kilobyte)
  })

  test('on a slow line what matters is there within 1.5 s, and nothing moves afterwards', async ({ skip }) => {
    for (const path of ['/', `/products/${market.crab.productId}`]) {
      const views: { lcp: number; cls: number }[] = []
      // Time depends on what else the machine does: the best of six tells what the page needs.
      for (let at = 0; at < 6 && !(views.at(-1) && (views.at(-1)?.lcp ?? 0) < 1500); at++)
        views.push(await firstView(size, path, true))
      for (const { cls } of views) expect(cls).toBeLessThan(0.02)
      const best = Math.min(...views.map(({ lcp }) => lcp))
      const waiting = loadavg()[0] ?? 0
      if (best >= 1500 && waiting > availableParallelism() / 2)
        skip(`${path}: ${Math.round(best)} ms, but ${waiting.toFixed(1)} processes want this machine`)
      expect(best).toBeLessThan(1500)
    }
  })
})

/** Opens a page as somebody who has never been here, on a slow line if asked, and weighs what came. */
async function firstView(viewport: { width: number; height: number }, path: string, slow = false) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport })
  const page = await context.newPage()
  const weigh = await scales(page, slow)
  await page.addInitScript(observe)
  await page.goto(market.marketUrl + path, { waitUntil: 'networkidle' })
  const look = () => page.evaluate(() => (window as unknown as { seen: { lcp: number; cls: number } }).seen)
  // The browser tells of what it drew a moment later.
  await expect.poll(async () => (await look()).lcp, { timeout: 10_000, interval: 50 }).toBeGreaterThan(0)
  const seen = await look()
  const weight = weigh()
  expect(weight.all).toBeGreaterThan(weight.script)
  await context.close()
  return { ...weight, ...seen }
}

/** Counts the bytes on the line as they are sent, compressed, with their heads. */
async function scales(page: Page, slow: boolean) {
  const line = await page.context().newCDPSession(page)
  await line.send('Network.enable')
  if (slow)
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 300,
      downloadThroughput: 1_600_000 / 8,
      uploadThroughput: 750_000 / 8,
    })
  const kinds = new Map<string, string>()
  const bytes = { script: 0, all: 0 }
  line.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.all += encodedDataLength
    if (kinds.get(requestId) === 'Script') bytes.script += encodedDataLength
  })
  return () => ({ ...bytes })
}

/** Runs in the page: when the largest thing was drawn, and how much has moved. */
function observe() {
  const seen = { lcp: 0, cls: 0 }
  Object.assign(window, { seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcp = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.cls += (entry as PerformanceEntry & { value: number }).value
  }).observe({ type: 'layout-shift', buffered: true })
}
