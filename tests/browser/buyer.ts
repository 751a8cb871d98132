export interface Ordered {
  storeId: string
  orderId: string
  orderNumber: string
  total: number
}

/** A buyer who speaks to the market as its own pages do, without a screen. */
export class Buyer {
  readonly #cookies = new Map<string, string>()
  constructor(readonly marketUrl: string) {}

  /** Fills the basket, orders and pays on the sandbox's page; ends when the store may send the goods. */
  async buy(goods: { storeId: string; skuId: string; quantity?: number; stationId?: string; regionCode?: string }) {
    const { storeId, skuId, quantity = 1, stationId, regionCode = '310000' } = goods
    await this.ask('POST', '/api/basket/lines', { skuId, quantity })
    const address = { recipient: '林小雨', phone: '13912345678', regionCode, detail: '示例路 1 号 502 室' }
    await this.ask('PUT', '/api/basket/address', address)
    const placed = await this.ask<Omit<Ordered, 'storeId'> & { redirectUrl: string }>('POST', '/api/orders', {
      storeId,
      method: stationId ? 'stationPickup' : 'express',
      ...(stationId ? { stationId } : {}),
      channel: 'wechat',
      confirmedExempt: true,
    })
    await this.#send('POST', placed.redirectUrl, new URLSearchParams({ action: 'pay' }))
    const order = { storeId, orderId: placed.orderId, orderNumber: placed.orderNumber, total: placed.total }
    await this.waitFor(order, 'paid')
    return order
  }

  /** The goods are here. */
  async receive(order: Ordered): Promise<void> {
    await this.ask('POST', `/api/orders/${order.storeId}/${order.orderId}/receive`)
  }

  /** Sends photos of what arrived damaged and asks for money back. */
  async complain(order: Ordered, photo: Uint8Array<ArrayBuffer>): Promise<void> {
    const photos: string[] = []
    for (let at = 0; at < 3; at++) {
      const form = new FormData()
      form.append('photo', new Blob([photo], { type: 'image/png' }), 'photo.png')
      const answer = await this.#send('POST', '/api/photos', form)
      photos.push(((await answer.json()) as { photoId: string }).photoId)
    }
    const description = '有几只压坏了，汤都流出来了'
    const claim = { kind: 'damagedGoods', damagedShare: 15, photos, description }
    await this.ask('POST', `/api/orders/${order.storeId}/${order.orderId}/after-sales`, claim)
  }

  stateOf = async ({ storeId, orderId }: Ordered): Promise<string> =>
    (await this.ask<{ state: string }>('GET', `/api/orders/${storeId}/${orderId}`)).state

  /** Looks until the order is so far; what follows from a payment is done in the background. */
  async waitFor(order: Ordered, state: string, seconds = 20): Promise<void> {
    const end = Date.now() + seconds * 1000
    let found = ''
    while (Date.now() < end) {
      found = await this.stateOf(order)
      if (found === state) return
      await new Promise((later) => setTimeout(later, 100))
    }
    throw new Error(`the order is ${found}, not ${state}`)
  }

  async ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const answer = await this.#send(method, path, body && JSON.stringify(body))
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (text ? JSON.parse(text) : undefined) as Answer
  }

  async #send(method: string, path: string, body?: string | FormData | URLSearchParams): Promise<Response> {
    const answer = await fetch(new URL(path, this.marketUrl), {
      method,
      redirect: 'manual',
      headers: {
        'sec-fetch-site': 'same-origin',
        'idempotency-key': crypto.randomUUID(),
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      },
      ...(body === undefined ? {} : { body }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    return answer
  }
}
