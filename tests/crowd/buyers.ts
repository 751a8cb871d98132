import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OfferDetail, OfferPage } from '../../server/modules/stores/offer-shapes.ts'

/** An order the shop has said yes to. */
export interface Acknowledged {
  orderId: string
  storeId: string
  skuId: string
  quantity: number
  total: number
  /** The browser's cookie: every order is another browser's, so that an order made twice can be seen. */
  guest: string
  /** When the request that was answered had been sent, and when its answer came. */
  askedAt: number
  answeredAt: number
  /** The provider has said that it is paid. */
  paid: boolean
}

export interface Shoppers {
  acknowledged: Acknowledged[]
  /** Browsers that pressed the button and never got an answer. */
  unanswered: { guest: string }[]
  /** How many requests failed and were made again. */
  repeated: () => number
  /** Those of them that were told to come again later: how long they waited to hear it, and whether they heard when. */
  turnedAway: { ms: number; when: string | null }[]
  /** Why buyers went away without an order: the goods were sold out, say. */
  refusals: Map<string, number>
  /** Lets everyone finish what they are at. */
  stop(): Promise<void>
}

/**
 * Buyers who order one thing after another, each in a fresh browser, and repeat whatever is not answered. Every other
 * order goes for the same good, three of it, until nothing is left: so that many race for the last ones.
 */
export async function startBuyers(
  market: string,
  count: number,
  wanted: (good: Good) => boolean = () => true,
): Promise<Shoppers> {
  const goods = (await goodsOf(market)).filter(wanted)
  const acknowledged: Acknowledged[] = []
  const unanswered: { guest: string }[] = []
  const refusals = new Map<string, number>()
  const turnedAway: Shoppers['turnedAway'] = []
  let stopping = false
  let repeated = 0
  const buyer = async (number: number) => {
    for (let turn = number; !stopping && goods.length > 0; turn++) {
      const browser = openBrowser(market, turnedAway, () => repeated++)
      const good = goods[turn % 2 ? turn % goods.length : 0] as Good
      try {
        await order(browser, good, turn % 2 ? 1 : 3, acknowledged)
      } catch (error) {
        const { message } = error as Error
        if (message.includes('inventory.out_of_stock')) takeOff(goods, good)
        refusals.set(message, (refusals.get(message) ?? 0) + 1)
        if (browser.pressed) unanswered.push({ guest: browser.guest() })
      }
      await sleep(50)
    }
  }
  const buyers = Array.from({ length: count }, (_, number) => buyer(number))
  return {
    acknowledged,
    unanswered,
    refusals,
    repeated: () => repeated,
    turnedAway,
    async stop() {
      stopping = true
      await Promise.all(buyers)
    },
  }
}

interface Good {
  skuId: string
  storeId: string
}

function takeOff(goods: Good[], good: Good): void {
  const at = goods.indexOf(good)
  if (at >= 0) goods.splice(at, 1)
}

async function goodsOf(market: string): Promise<Good[]> {
  const page: OfferPage = await (await fetch(`${market}/api/offers?limit=60`)).json()
  const details: OfferDetail[] = await Promise.all(
    page.items.map(async ({ productId }) => (await fetch(`${market}/api/offers/${productId}`)).json()),
  )
  // What is nearly sold out would only end orders early.
  const goods = details.flatMap(({ store, skus }) =>
    skus.flatMap(({ skuId, inStock, left }) => (inStock && left === undefined ? [{ skuId, storeId: store.id }] : [])),
  )
  if (goods.length === 0) throw new Error('the market has nothing to sell')
  return goods
}

type Browser = ReturnType<typeof openBrowser>

const patienceMs = 90_000

function openBrowser(market: string, turnedAway: Shoppers['turnedAway'], onRepeat: () => void) {
  let cookie = ''
  const browser = {
    pressed: false,
    guest: () => cookie.replace(/^guest=/, ''),
    /** Asks until somebody answers with anything but "not now"; an answer of that kind and no answer are the same. */
    async ask(method: string, path: string, { body, form, key }: { body?: object; form?: string; key?: string }) {
      const headers = {
        ...(cookie ? { cookie } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      }
      let pause = 0
      for (const end = Date.now() + patienceMs; Date.now() < end; onRepeat(), await sleep(pause)) {
        const askedAt = Date.now()
        pause = 250
        const answer = await fetch(`${market}${path}`, {
          method,
          headers,
          body: body ? JSON.stringify(body) : form,
          redirect: 'manual',
          signal: AbortSignal.timeout(15_000),
        }).catch(() => undefined)
        const text = await answer?.text().catch(() => undefined)
        if (answer?.status === 503) {
          const when = answer.headers.get('retry-after')
          turnedAway.push({ ms: Date.now() - askedAt, when })
          pause = Number(when) * 1000 || pause
        }
        if (!answer || text === undefined || answer.status >= 500 || answer.status === 429) continue
        cookie ||= /^guest=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
        if (answer.status >= 400) throw new Error(`${method} ${nameless(path)}: ${answer.status} ${text.slice(0, 200)}`)
        return { text, askedAt, answeredAt: Date.now() }
      }
      throw new Error(`${method} ${nameless(path)}: no answer`)
    },
  }
  return browser
}

function nameless(path: string): string {
  return path.replace(/[0-9a-f-]{36}.*/, '…')
}

const address = { recipient: '示例买家', phone: '13900000000', regionCode: '310000', detail: '示例路 1 号' }

async function order(browser: Browser, good: Good, quantity: number, acknowledged: Acknowledged[]): Promise<void> {
  const { skuId, storeId } = good
  await browser.ask('POST', '/api/basket/lines', { body: { skuId, quantity } })
  await browser.ask('PUT', '/api/basket/address', { body: address })
  const wanted = { storeId, method: 'express', channel: 'wechat', confirmedExempt: true }
  browser.pressed = true
  const { text, ...times } = await browser.ask('POST', '/api/orders', { body: wanted, key: randomUUID() })
  const { orderId, total, redirectUrl }: { orderId: string; total: number; redirectUrl: string } = JSON.parse(text)
  const guest = browser.guest()
  const kept: Acknowledged = { orderId, storeId, skuId, quantity, total, guest, ...times, paid: false }
  acknowledged.push(kept)
  browser.pressed = false
  await browser.ask('POST', redirectUrl, { form: 'action=pay' })
  kept.paid = true
}
