/** An answer that is a "no", in the reader's words. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

/** Asks the server; a refusal is thrown with its message, a missing network as a TypeError. */
export async function ask<Answer>(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
  const response = await fetch(path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  const answer = text ? JSON.parse(text) : undefined
  if (!response.ok) throw new Refused(response.status, answer?.error?.message ?? String(response.status))
  return answer as Answer
}

/** Sends one photo and gives its id. */
export async function sendPhoto(photo: Blob): Promise<string> {
  const form = new FormData()
  form.append('photo', photo, 'photo.jpg')
  const response = await fetch('/api/photos', { method: 'POST', body: form })
  const answer = await response.json()
  if (!response.ok) throw new Refused(response.status, answer.error.message)
  return answer.photoId
}

export interface Duty {
  role: string
  divisionCode?: string
  merchantId?: string
  storeId?: string
}
export interface Me {
  account?: { name: string; phone?: string; isSample: boolean }
  duties: Duty[]
}
export interface OrderSummary {
  storeId: string
  orderId: string
  orderNumber: string
  state: string
  total: number
  firstName: string
  firstLabel: string
  pieces: number
  recipient: string
  phone: string
  regionName: string
  isSample: boolean
  openAfterSaleId: string | null
}
export interface AfterSale {
  id: string
  state: string
  kind: string
  damagedShare: number | null
  suggestedAmount: number
  description: string
  photos: string[]
}
export interface OrderView extends OrderSummary {
  note: string
  addressDetail: string
  lines: { line: number; name: string; label: string; quantity: number; amount: number }[]
  afterSales: AfterSale[]
  steps: string[]
}
export interface Category {
  code: string
  parentCode: string | null
  name: string
  nameEn: string
}
export interface Product {
  id: string
  name: string
  state: string
  skus: { id: string }[]
}
export interface Statement {
  month: string
  sums: Record<string, number>
}
