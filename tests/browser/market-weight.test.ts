import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { type Market, startMarket } from './market-visit.ts'
import { type Size, sizes } from './office-pages.ts'

let market: Market
let browser: Browser
let bare: Server

beforeAll(async () => {
  ;[market, browser, bare] = await Promise.all([startMarket(), launchBrowser(), startBare()])
})
afterAll(async () => {
  await browser?.close()
  bare?.close()
  await market?.stop()
})

const kilobyte = 1024
const inTime = 1500
// The line alone makes 650 ms of the bare page: a round trip of 300 ms for the page and one for its picture, and 50 ms for
// 10 KB. All else takes 30 ms on a machine at rest. One that needs 100 would make 1.3 s of our 0.85.
const bareInTime = 750

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
      const views = await viewsUntilInTime(size, path)
      for (const { cls } of views) expect(cls).toBeLessThan(0.02)
      const best = bestOf(views)
      if (best < inTime) continue
      // Was it the page or the machine? The least that a page can be, on the same line and machine, tells.
      const leastUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`
      const least = bestOf(await viewsUntilInTime(size, leastUrl, bareInTime))
      const told = `${path}: ${best} ms, and a bare page ${least}, which needs 650 for the line alone`
      if (least >= bareInTime) skip(told)
      expect(best, told).toBeLessThan(inTime)
    }
  })
})

/** Opens a page until it is there in time, at most six times: time depends on what else the machine does. */
async function viewsUntilInTime(size: Size, path: string, time = inTime) {
  const views: Awaited<ReturnType<typeof firstView>>[] = []
  while (views.length < 6 && !views.some(({ lcp }) => lcp < time)) views.push(await firstView(size, path, true))
  return views
}

const bestOf = (views: { lcp: number }[]) => Math.round(Math.min(...views.map(({ lcp }) => lcp)))

/** A server of its own with the least that a page can be: nothing but one picture. */
async function startBare(): Promise<Server> {
  const noise = { type: 'gaussian' as const, mean: 120, sigma: 40 }
  const picture = await sharp({ create: { width: 160, height: 120, channels: 3, background: '#8a5a2b', noise } })
    .jpeg()
    .toBuffer()
  const page = '<!doctype html><title>bare</title><link rel="icon" href="data:,"><img src="/picture.jpg" alt="">'
  const server = createServer(({ url }, answer) => {
    const isPage = url === '/'
    answer.setHeader('content-type', isPage ? 'text/html' : 'image/jpeg').end(isPage ? page : picture)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return server
}

/** Opens a page as somebody who has never been here, on a slow line if asked, and weighs what came. */
async function firstView(viewport: Size, path: string, slow = false) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport })
  const page = await context.newPage()
  const weigh = await scales(page, slow)
  await page.addInitScript(observe)
  await page.goto(new URL(path, market.marketUrl).href, { waitUntil: 'networkidle' })
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
