import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { complaintsOf, isRefusal } from './browser.ts'
import type { Officer } from './world-data.ts'

/** How long to look again, on a machine that has other work. */
export const patiently = { timeout: 20_000, interval: 50 }

export const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const

/** Signs an officer in as a person would, and gives what the browser then holds, to go on with at any size. */
export async function signIn(browser: Browser, officeUrl: string, { username, password }: Officer) {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: sizes[0] })
  const page = await context.newPage()
  await page.goto(officeUrl)
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '填入' }).click()
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('heading', { level: 1, name: /./ }).waitFor()
  await page.getByRole('navigation', { name: '主要页面' }).waitFor()
  const state = await context.storageState()
  await context.close()
  return state
}

export type State = Awaited<ReturnType<BrowserContext['storageState']>>

// A browser that has been here before keeps the pages' files, as an officer's does.
const contexts = new WeakMap<object, Map<string, Promise<BrowserContext>>>()

function contextOf(
  browser: Browser,
  viewport: (typeof sizes)[number],
  state: State | undefined,
): Promise<BrowserContext> {
  const make = () =>
    browser.newContext({ locale: 'zh-CN', viewport, acceptDownloads: true, ...(state && { storageState: state }) })
  if (!state) return make()
  const known = contexts.get(state) ?? new Map<string, Promise<BrowserContext>>()
  contexts.set(state, known)
  const key = `${viewport.width}`
  const made = known.get(key) ?? make()
  known.set(key, made)
  return made
}

/** A page of a signed-in officer, or of a guest; whatever the browser complains about is collected. */
export async function open(browser: Browser, viewport: (typeof sizes)[number], state?: State) {
  const context = await contextOf(browser, viewport, state)
  const page = await context.newPage()
  const complaints = complaintsOf(page, isRefusal)
  return {
    page,
    async close() {
      await (state ? page.close() : context.close())
      expect(complaints).toEqual([])
    },
  }
}

/** The table with this caption. */
export const tableOf = (page: Page, name: string | RegExp) => page.getByRole('table', { name })

/** No page may be wider than the screen it is on. */
export async function fits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
}
