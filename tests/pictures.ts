import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp, { type Sharp } from 'sharp'
import { fillDemo } from '../demo/fill-demo.ts'
import { demoPassword } from '../demo/make-people.ts'
import { demoSizes } from '../server/commands/demo.ts'
import { progress } from '../server/commands/progress.ts'
import { root } from '../server/kernel/config.ts'
import { monthOf } from '../server/kernel/time.ts'
import { launchBrowser } from './browser/browser.ts'
import { Buyer } from './browser/buyer.ts'
import { startSystem } from './browser/world.ts'

const folder = join(root, 'docs/pictures')
const month = monthOf(new Date())
const phone = { width: 390, height: 760 }
const gap = 24

// `npm run pictures`: takes the three pictures of the README from the running product, with the demo world in it.
const demo = await startSystem((db, secret) => fillDemo(db, secret, { ...demoSizes.small, seed: 1 }, progress))
const browser = await launchBrowser()
mkdirSync(folder, { recursive: true })
try {
  await market(browser)
  await office(browser)
  await workbench(browser)
} finally {
  await browser.close()
  await demo.stop()
}

async function market(on: Browser) {
  const page = await on.newPage({ viewport: { width: 1200, height: 800 }, locale: 'zh-CN' })
  await page.goto(demo.marketUrl)
  await page.getByRole('heading', { name: '现在正当季' }).waitFor()
  await take(page, 'market')
}

async function office(on: Browser) {
  const page = await on.newPage({ viewport: { width: 1200, height: 800 }, locale: 'zh-CN' })
  await page.goto(demo.officeUrl)
  await page.getByLabel('用户名').fill('province')
  await page.getByLabel('密码', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '填入' }).click()
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('navigation', { name: '主要页面' }).waitFor()
  await page.goto(`${demo.officeUrl}/?period=${month}`)
  await page.getByRole('table').first().waitFor()
  await take(page, 'office')
}

/** Three screens of a phone side by side: what to do, sending a parcel, a product's numbers. */
async function workbench(on: Browser) {
  const page = await on.newPage({ viewport: phone, locale: 'zh-CN' })
  await page.goto(`${demo.marketUrl}/workbench/`)
  await page.getByLabel('手机号').fill(demo.owner)
  await page.getByRole('button', { name: '发验证码' }).click()
  await page.getByRole('button', { name: '填入' }).click()
  await page.getByRole('heading', { name: '要做的事' }).waitFor()
  await order(page)
  await page.reload()
  const orders = page.locator('a[href^="#order/"]')
  await orders.first().waitFor()
  const screens = [await shoot(page)]
  await orders.first().click()
  await page.getByRole('link', { name: '发货' }).click()
  await page.getByRole('button', { name: '中通快递' }).click()
  for (const digit of '75312') await page.getByRole('button', { name: digit, exact: true }).click()
  screens.push(await shoot(page))
  await page.goto(`${demo.marketUrl}/workbench/#money`)
  await page.getByRole('heading', { name: /一单一单看/ }).waitFor()
  screens.push(await shoot(page))
  const width = screens.length * (phone.width + gap) + gap
  const picture = sharp({ create: { width, height: phone.height + 2 * gap, channels: 3, background: '#ded6c3' } })
  const placed = screens.map((input, at) => ({ input, left: gap + at * (phone.width + gap), top: gap }))
  await write(picture.composite(placed), 'workbench')
}

/** The demo world has sent all it sold: somebody buys of this store's goods, so that there is a parcel to send. */
async function order(page: Page) {
  const read = async <Answer>(path: string): Promise<Answer> =>
    (await page.request.get(`${demo.marketUrl}${path}`)).json()
  const { duties } = await read<{ duties: { storeId?: string; merchantId?: string }[] }>('/api/me')
  const storeId = duties.find((duty) => duty.storeId)?.storeId ?? ''
  const merchantId = duties.find((duty) => duty.merchantId)?.merchantId
  const { items } = await read<{ items: { skus: { id: string }[] }[] }>(`/api/products?merchant=${merchantId}`)
  for (const [at, { id: skuId }] of items
    .flatMap(({ skus }) => skus)
    .slice(0, 3)
    .entries())
    await new Buyer(demo.marketUrl).buy({ storeId, skuId, quantity: at + 1 })
}

async function take(page: Page, name: string) {
  await write(sharp(await shoot(page)), name)
}

async function shoot(page: Page): Promise<Buffer> {
  await page.waitForTimeout(1500)
  return page.screenshot()
}

/** A picture small enough for a repository. */
async function write(picture: Sharp, name: string) {
  await picture.webp({ quality: 82 }).toFile(join(folder, `${name}.webp`))
  console.error(`docs/pictures/${name}.webp`)
}
