import type { Offered } from './kernel/http.ts'
import { newToken } from './kernel/ids.ts'
import { type ActorName, buyerPhone, type World } from './testing.ts'

/** A request to a route about the things of one village, as the person it belongs to would send it. */
export interface Asked {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  payload?: object | string
  contentType?: string
  /** Who may do this. */
  as: ActorName
}

interface Recipe {
  /** Query strings to ask with, one request each. */
  queries?: string[]
  /** Bodies to send, one request each. */
  payloads?: (object | string)[]
  contentType?: string
  as?: ActorName
}

/** Requests to a route that are right in everything, so that only the person can be wrong. */
export function requestsTo(route: Offered, world: World): Asked[] {
  const recipe = recipes(world)[`${route.method} ${route.url}`] ?? {}
  const path = route.url.replaceAll(/:([a-zA-Z]+)/g, (_, name) => idFor(route.url, name, world))
  const queries = recipe.queries ?? ['']
  const payloads = recipe.payloads ?? [undefined]
  return queries.flatMap((query) =>
    payloads.map((payload) => ({
      method: route.method as Asked['method'],
      url: query ? `${path}?${query}` : path,
      ...(payload === undefined ? {} : { payload }),
      ...(recipe.contentType ? { contentType: recipe.contentType } : {}),
      as: recipe.as ?? rightfulFor(route),
    })),
  )
}

/** The headers of a request by this person. */
export function headersOf({ contentType }: Pick<Asked, 'contentType'>, cookie: string): Record<string, string> {
  return {
    'idempotency-key': newToken(),
    ...(cookie ? { cookie } : {}),
    ...(contentType ? { 'content-type': contentType } : {}),
  }
}

function rightfulFor({ who }: Offered): ActorName {
  if (who === 'anyone') return 'visitor'
  if (who === 'buyer') return 'buyer'
  if (who === 'signed_in') return 'owner'
  if (who.includes('merchant_owner') || who.includes('store_owner')) return 'owner'
  return who.includes('station_operator') ? 'operator' : 'county'
}

function idFor(url: string, name: string, world: World): string {
  const { own } = world
  const byName: Record<string, string> = {
    storeId: own.storeId,
    orderId: world.paid.orderId,
    productId: own.productId,
    skuId: own.skuId,
    photoId: world.photoId,
    side: '320',
    extension: 'webp',
    shipmentId: world.atStation.shipmentId,
    intentId: world.paid.intentId,
    reference: world.paid.intentId,
    token: world.invitationToken,
    code: own.villageCode,
    gtin: own.gtin,
    lot: own.lotNumber,
    kind: 'marketing',
    provider: 'sandbox',
    indicator: 'online_sales',
    table: 'evidence',
    ext: 'csv',
    form: 'round',
  }
  if (name !== 'id') return byName[name] ?? ''
  if (url.endsWith('/hand-over') && url.includes('/duties/')) return world.officeDutyId
  const byPlace: Record<string, string> = {
    merchants: own.merchantId,
    stations: own.stationId,
    products: own.productId,
    certifications: world.certificationId,
    'signature-products': own.signatureId,
    lots: own.lotId,
    stores: own.storeId,
    'after-sales': world.complained.afterSaleId,
    duties: world.dutyId,
    notices: world.noticeId,
    announcements: world.announcementId,
    sheets: world.sheetId,
  }
  return byPlace[/([a-z-]+)\/:id/.exec(url)?.[1] ?? ''] ?? ''
}

const day = '2026-10-01'

/** What routes want to hear beyond the ids in their path. */
function recipes(world: World): Record<string, Recipe> {
  const { own, accounts } = world
  const division = `division=${own.villageCode}`
  const month = 'month=2026-11'
  const product = { name: '示例新茶', categoryCode: own.categoryCode, villageCode: own.villageCode }
  const skus = [{ label: '一斤装', weightGrams: 500, price: 5000 }]
  const merchant = {
    kind: 'naturalPerson',
    name: '示例新农户',
    selfProduced: '自家所产',
    villageCode: own.villageCode,
    contactName: '示例农户',
    contactPhone: '13700001111',
  }
  const reason = { payloads: [{ reason: '示例理由' }], as: 'county' as const }
  const address = { recipient: '示例收件人', phone: '13900000001', regionCode: '310000', detail: '示例路 1 号' }
  return {
    ...ofAccounts(world),
    'GET /api/divisions': { queries: ['q=和平'] },
    'GET /api/announcements': { queries: [division] },
    'POST /api/announcements': {
      payloads: [{ divisionCode: own.villageCode, kind: 'announcement', title: '示例', body: '示例' }],
      as: 'village',
    },
    'POST /api/merchants': { payloads: [merchant] },
    'GET /api/merchants': { queries: [division], as: 'operator' },
    'PUT /api/merchants/:id': { payloads: [merchant] },
    'POST /api/merchants/:id/owners': { payloads: [{ accountId: accounts.person }] },
    'POST /api/merchants/:id/return': reason,
    'POST /api/merchants/:id/suspend': reason,
    'GET /api/stations': { queries: [division] },
    'POST /api/stations': {
      payloads: [
        {
          divisionCode: own.villageCode,
          name: '示例站',
          address: '村部',
          phone: '025-1234567',
          services: ['ecommerce'],
          openedOn: day,
        },
      ],
      as: 'county',
    },
    'POST /api/stations/:id/operator': { payloads: [{ accountId: accounts.person }], as: 'county' },
    'POST /api/products': { payloads: [{ ...product, merchantId: own.merchantId, skus }] },
    'GET /api/products': {
      queries: [`merchant=${own.merchantId}`, division, `merchant=${own.merchantId}&${division}`],
    },
    'PUT /api/products/:id': { payloads: [{ ...product, version: 1, skus }] },
    'POST /api/products/:id/withdraw': { payloads: [{ reason: '示例理由' }] },
    'POST /api/products/:id/certifications': {
      payloads: [{ type: 'green', certificateNumber: 'GF320206240001', holder: '示例', validFrom: day }],
    },
    'POST /api/certifications/:id/verify': { payloads: [{ status: 'verifiedByRegistry' }], as: 'county' },
    'POST /api/signature-products': {
      payloads: [{ villageCode: own.villageCode, categoryCode: own.categoryCode, name: '示例茶' }],
      as: 'village',
    },
    'GET /api/signature-products': { queries: [division] },
    'POST /api/signature-products/:id/review': { payloads: [{ decision: 'pass' }], as: 'county' },
    'POST /api/signature-products/:id/withdraw': reason,
    'POST /api/lots': { payloads: [{ productId: own.productId, harvestedOn: day, quantityGrams: 5000 }] },
    'POST /api/lots/:id/pledge': { payloads: [{ basis: 'selfPledge' }] },
    'GET /api/lots': { queries: [`product=${own.productId}`] },
    'POST /api/stock/receipts': { payloads: [{ skuId: own.skuId, lotId: own.lotId, quantity: 5 }] },
    'POST /api/stock/corrections': { payloads: [{ skuId: own.skuId, lotId: own.lotId, change: -1 }] },
    'GET /api/stock': { queries: [`product=${own.productId}`] },
    'GET /api/offers': { queries: ['', 'q=茶', `village=${own.villageCode}`, `store=${own.storeId}`] },
    'GET /api/suggestions': { queries: ['q=茶'] },
    'POST /api/stores': { payloads: [{ merchantId: own.merchantId, name: '示例第二店' }] },
    'GET /api/stores': { queries: [division], as: 'operator' },
    'POST /api/stores/:id/review': { payloads: [{ decision: 'pass' }], as: 'county' },
    'POST /api/stores/:id/close': { payloads: [{}] },
    'GET /api/stores/:id/statement': { queries: [month] },
    'GET /api/stores/:id/statement.csv': { queries: [month] },
    'POST /api/payments/callbacks/:provider': { payloads: ['{"kind":"charge.paid"}'], contentType: 'application/json' },
    'GET /sandbox/pay/:reference': { queries: ['amount=1&channel=wechat&expires=1&notify=x&back=/&subject=x&sign=x'] },
    'POST /sandbox/pay/:reference': {
      queries: ['amount=1&channel=wechat&expires=1&notify=x&back=/&subject=x&sign=x'],
      payloads: ['action=pay'],
      contentType: 'application/x-www-form-urlencoded',
    },
    'PUT /api/stores/:id/freight-template': { payloads: [freightTemplate] },
    'POST /api/freight-quotes': {
      payloads: [{ storeId: own.storeId, regionCode: '310000', grams: 500, goodsAmount: 5000 }],
    },
    'POST /api/stations/:id/parcels/:shipmentId/hand-over': { payloads: [{ pickupCode: '000000' }] },
    'POST /api/basket/lines': { payloads: [{ skuId: own.skuId, quantity: 1 }] },
    'PUT /api/basket/lines/:skuId': { payloads: [{ quantity: 2 }] },
    'PUT /api/basket/address': { payloads: [address] },
    'POST /api/orders': {
      payloads: [{ storeId: own.storeId, method: 'express', channel: 'wechat', confirmedExempt: true }],
    },
    'POST /api/orders/find': { payloads: [{ orderNumber: world.paid.orderNumber, phone: buyerPhone }] },
    'POST /api/orders/:storeId/:orderId/pay': { payloads: [{ channel: 'alipay' }] },
    'POST /api/orders/:storeId/:orderId/cancel': { payloads: [{ reason: '示例' }] },
    'POST /api/orders/:storeId/:orderId/ship': { payloads: [{ carrier: 'sf', trackingNumber: 'SF1234567890123' }] },
    'POST /api/orders/:storeId/:orderId/after-sales': { payloads: [{ kind: 'other', askedAmount: 100 }] },
    'POST /api/after-sales/:id/decide': { payloads: [{ decision: 'accept', amount: 100 }] },
    'POST /api/after-sales/:id/withdraw': { as: 'buyer' },
    'GET /api/evidence/orders': { queries: [`${division}&from=2025-01-01&to=2027-01-01`] },
    'GET /api/figures/coverage/:code': { queries: ['only=all'] },
    'POST /api/sheets': { payloads: [{ table: 'evidence', ext: 'csv', code: own.villageCode }] },
    'GET /api/exports/:table.:ext': { queries: [`code=${own.villageCode}`] },
    ...ofPages(world, address),
  }
}

function ofAccounts({ own, accounts }: World): Record<string, Recipe> {
  const scopes = [`division=${own.villageCode}`, `merchant=${own.merchantId}`, `store=${own.storeId}`]
  const operator = { role: 'station_operator', divisionCode: own.villageCode }
  const officer = { role: 'officer', divisionCode: own.villageCode }
  const staff = { role: 'store_staff', storeId: own.storeId }
  return {
    'POST /api/auth/phone/code': { payloads: [{ phone: '13900000002' }] },
    'POST /api/auth/phone/verify': { payloads: [{ phone: '13900000002', code: '123456' }] },
    'POST /api/auth/officer/sign-in': { payloads: [{ name: 'province', password: 'not the password' }] },
    'POST /api/auth/officer/enrol': { payloads: [{ password: 'not the password' }] },
    'POST /api/auth/officer/totp': { payloads: [{ code: '123456' }] },
    'POST /api/auth/officer/backup-code': { payloads: [{ code: 'abcdef-ghijk' }] },
    'GET /api/sandbox/sms': { queries: ['phone=13900000002'] },
    'GET /api/sandbox/totp': { queries: ['name=province'] },
    'POST /api/me/consents': { payloads: [{ kind: 'marketing' }] },
    'GET /api/duties': { queries: scopes },
    'POST /api/duties': {
      payloads: [operator, staff].map((duty) => ({ accountId: accounts.person, ...duty })),
    },
    'POST /api/duties/:id/hand-over': { payloads: [{ toAccountId: accounts.person }], as: 'county' },
    'POST /api/duties/:id/end': { as: 'county' },
    'POST /api/invitations': {
      payloads: [
        { phone: '13900000003', ...operator },
        { username: 'newcomer', ...officer },
        { phone: '13900000003', ...staff },
      ],
    },
    'POST /api/invitations/:token/accept': { payloads: [{}, { name: '示例', password: 'long enough 1' }], as: 'buyer' },
    'GET /api/audit': { queries: [`division=${own.villageCode}`], as: 'county' },
  }
}

const freightTemplate = {
  name: '示例运费',
  freeFrom: null,
  shipsWithinHours: 48,
  coldChain: false,
  rules: [
    {
      regionPrefix: '',
      firstGrams: 1000,
      firstFen: 1000,
      furtherGrams: 1000,
      furtherFen: 200,
      daysMin: 2,
      daysMax: 4,
      refused: false,
    },
  ],
}

/** The market's pages send forms. */
function ofPages({ own, paid }: World, address: object): Record<string, Recipe> {
  const form = (fields: object) => ({
    payloads: [new URLSearchParams(fields as Record<string, string>).toString()],
    contentType: 'application/x-www-form-urlencoded',
  })
  return {
    'GET /search': { queries: ['q=茶'] },
    'GET /pictures/:form/:code': {},
    'GET /language': { queries: ['to=zh'] },
    'POST /basket/lines': form({ skuId: own.skuId, quantity: '1' }),
    'POST /basket/change': form({ skuId: own.skuId, quantity: '2' }),
    'POST /checkout/:storeId/address': form(address),
    'POST /checkout/:storeId': form({ key: 'a-form-key-1', expectedTotal: '100', channel: 'wechat' }),
    'POST /orders/find': form({ orderNumber: paid.orderNumber, phone: buyerPhone }),
    'GET /sign-in': { queries: ['next=/orders'] },
    'POST /sign-in': form({ phone: '13900000002', code: '123456' }),
    'POST /sign-in/code': form({ phone: '13900000002' }),
    'POST /orders/:storeId/:orderId/after-sale': {
      payloads: [multipart({ key: newToken(), kind: 'other', askedYuan: '1' })],
      contentType: 'multipart/form-data; boundary=part',
    },
    'POST /orders/:storeId/:orderId/pay': form({ channel: 'alipay' }),
    'POST /orders/:storeId/:orderId/cancel': form({}),
    'POST /orders/:storeId/:orderId/receive': form({}),
  }
}

function multipart(fields: Record<string, string>): string {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--part\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return `${parts.join('')}--part--\r\n`
}
