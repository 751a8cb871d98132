import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { totpCode } from '../../server/modules/accounts/index.ts'
import { complaintsOf, isRefusal, launchBrowser } from './browser.ts'
import { startWorld, type World } from './world.ts'
import type { Officer, Officers } from './world-data.ts'

/** How long to look again, on a machine that has other work. */
export const patiently = { timeout: 20_000, interval: 50 }

export const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const

export type Size = (typeof sizes)[number]
export type State = Awaited<ReturnType<BrowserContext['storageState']>>
export type Who = keyof Officers

/** One world for all that is done in the office: to start one takes longer than any of its journeys. */
class Office {
  #running: { world: World; browser: Browser } | undefined
  readonly #contexts = new Map<string, Promise<BrowserContext>>()
  readonly #states = new Map<Who, Promise<State>>()

  async start(): Promise<void> {
    const [world, browser] = await Promise.all([startWorld(), launchBrowser()])
    this.#running = { world, browser }
  }

  async stop(): Promise<void> {
    await this.#running?.browser.close()
    await this.#running?.world.stop()
  }

  get #now() {
    if (!this.#running) throw new Error('the office is not open yet')
    return this.#running
  }
  get world(): World {
    return this.#now.world
  }
  get url(): string {
    return this.world.officeUrl
  }

  /** A page of a signed-in officer. Like their own browser, it keeps the pages' files and settings from earlier visits. */
  async open(size: Size, who: Who) {
    const key = `${who} ${size.width}`
    const context = this.#contexts.get(key) ?? this.#newContext(size, who)
    this.#contexts.set(key, context)
    const page = await (await context).newPage()
    return this.#watched(page, () => page.close())
  }

  /** A page in a browser that was never here before: of a guest, or of an officer who will change its settings. */
  async openNew(size: Size, who?: Who) {
    const context = await this.#newContext(size, who)
    return this.#watched(await context.newPage(), () => context.close())
  }

  /** Whatever the browser complains about fails the test. */
  #watched(page: Page, end: () => Promise<void>) {
    const complaints = complaintsOf(page, isRefusal)
    const close = async () => {
      await end()
      expect(complaints).toEqual([])
    }
    return { page, close }
  }

  async #newContext(viewport: Size, who?: Who): Promise<BrowserContext> {
    const state = who && (await this.#stateOf(who))
    return this.#now.browser.newContext({ locale: 'zh-CN', viewport, ...(state && { storageState: state }) })
  }

  #stateOf(who: Who): Promise<State> {
    const state = this.#states.get(who) ?? this.#signIn(this.world.officers[who])
    this.#states.set(who, state)
    return state
  }

  /** What the browser holds after signing in; the pages for it are walked once, by a test of their own. */
  async #signIn({ username, password, totpSecret }: Officer): Promise<State> {
    const context = await this.#now.browser.newContext()
    const send = async (path: string, data: object) => {
      const answer = await context.request.post(`${this.url}/api/auth/officer/${path}`, {
        headers: { origin: this.url },
        data,
      })
      expect(answer.status()).toBe(200)
    }
    await send('sign-in', { name: username, password })
    await send('totp', { code: await totpCode(totpSecret) })
    const state = await context.storageState()
    await context.close()
    return state
  }
}

export const office = new Office()

/** The table with this caption. */
export const tableOf = (page: Page, name: string | RegExp) => page.getByRole('table', { name })

/** No page may be wider than the screen it is on, once it has followed a change of size, which takes it a frame. */
export async function fits(page: Page): Promise<void> {
  const wide = await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    return document.documentElement.scrollWidth - window.innerWidth
  })
  expect(wide).toBeLessThanOrEqual(0)
}

/** What follows from a deed is seen within five seconds: a machine with other work may hold it up, but not three times. */
export async function seenWithinFiveSeconds(act: () => Promise<unknown>, seen: () => Promise<unknown>): Promise<void> {
  const delays: number[] = []
  while (delays.length < 3 && !delays.some((delay) => delay < 5_000)) {
    await act()
    const done = performance.now()
    await seen()
    delays.push(Math.round(performance.now() - done))
  }
  expect(Math.min(...delays), `seen ${delays.join(', ')} ms after it was done`).toBeLessThan(5_000)
}
