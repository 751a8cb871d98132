import type { AfterSale, OrderSummary, OrderView } from '../../server/modules/orders/shapes.ts'
import { t } from './say.ts'

export type { Category, Product } from '../../server/modules/catalog/shapes.ts'
export type { Parcel } from '../../server/modules/logistics/shapes.ts'
export type { Merchant } from '../../server/modules/merchants/shapes.ts'
export type { Statement } from '../../server/modules/payments/shapes.ts'
export type { Station } from '../../server/modules/stations/shapes.ts'
export type { Lot, Pledge, TracePage } from '../../server/modules/traceability/shapes.ts'
export type { AfterSale, OrderSummary, OrderView }

/** An answer that is a "no", in the reader's words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** No answer at all: there is no network, or the server is away. Worth trying again. */
export class NoAnswer extends Error {
  constructor() {
    super(t('workbench.no_answer'))
  }
}

const patienceMs = 30_000

/** Asks the server; throws `Refused` with the reason, or `NoAnswer`. */
export async function ask<Answer>(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
  return send<Answer>(method, path, body === undefined ? undefined : JSON.stringify(body), {
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key ? { 'idempotency-key': key } : {}),
  })
}

/** Sends one photo and gives its id. */
export async function sendPhoto(photo: Blob): Promise<string> {
  const form = new FormData()
  form.append('photo', photo, 'photo.jpg')
  return (await send<{ photoId: string }>('POST', '/api/photos', form)).photoId
}

async function send<Answer>(
  method: string,
  path: string,
  body: string | FormData | undefined,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => {
    throw new NoAnswer()
  })
  const answer = await read(response)
  if (response.ok) return answer as Answer
  const error = (answer as { error?: { code: string; message: string } } | undefined)?.error
  // A gateway in between answers in its own words, which are not for a reader.
  if (!error) throw new NoAnswer()
  throw new Refused(response.status, error.code, error.message)
}

async function read(response: Response): Promise<unknown> {
  try {
    const text = await response.text()
    return text ? JSON.parse(text) : undefined
  } catch {
    if (response.ok) throw new NoAnswer()
    return undefined
  }
}

/** A key that names one deed of this phone, so that a repeat is the same deed. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export interface Duty {
  role: string
  divisionCode?: string
  merchantId?: string
  storeId?: string
}
export interface Me {
  account?: { id: string; name: string; phone?: string; isSample: boolean }
  duties: Duty[]
}
export interface Store {
  id: string
  merchantId: string
  villageCode: string
  name: string
  state: string
  isSample: boolean
}
export interface Page<Item> {
  items: Item[]
  next?: string
}
