import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { fillDemo } from '../demo/fill-demo.ts'
import { demoPassword } from '../demo/make-people.ts'
import { demoSizes } from '../server/commands/demo.ts'
import { progress } from '../server/commands/progress.ts'
import { root } from '../server/kernel/config.ts'
import { launchBrowser } from './browser/browser.ts'
import { startSystem } from './browser/world.ts'

const folder = join(root, 'docs/pictures')
const month = new Date().toISOString().slice(0, 7)

/** Takes the three pictures of the README from the running product, with the demo world in it. */
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

async function workbench(on: Browser) {
  const page = await on.newPage({ viewport: { width: 390, height: 760 }, locale: 'zh-CN' })
  await page.goto(`${demo.marketUrl}/workbench/`)
  await page.getByLabel('手机号').fill(demo.owner)
  await page.getByRole('button', { name: '发验证码' }).click()
  await page.getByText(/[0-9]{6}/).waitFor()
  const texts = await page.request.get(`${demo.marketUrl}/api/sandbox/sms?phone=${demo.owner}`)
  const code = /[0-9]{6}/.exec(JSON.stringify(await texts.json()))?.[0] ?? ''
  await page.getByLabel('验证码').fill(code)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { name: '要做的事' }).waitFor()
  await take(page, 'workbench')
}

/** A picture small enough for a repository. */
async function take(page: Page, name: string) {
  await page.waitForTimeout(1500)
  const picture = await page.screenshot()
  await sharp(picture)
    .webp({ quality: 82 })
    .toFile(join(folder, `${name}.webp`))
  console.error(`docs/pictures/${name}.webp`)
}
