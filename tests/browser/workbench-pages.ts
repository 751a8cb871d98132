import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { systemActor } from '../../server/kernel/actor.ts'
import { transact } from '../../server/kernel/db.ts'
import { newId } from '../../server/kernel/ids.ts'
import { dayOf } from '../../server/kernel/time.ts'
import { importPeople } from '../../server/modules/accounts/index.ts'
import { productIdsOf, productsById } from '../../server/modules/catalog/index.ts'
import { receiveStock } from '../../server/modules/inventory/index.ts'
import { importMerchants } from '../../server/modules/merchants/index.ts'
import { stationsIn } from '../../server/modules/stations/index.ts'
import { refreshAllOffers, storesIn } from '../../server/modules/stores/index.ts'
import { createLot } from '../../server/modules/traceability/index.ts'
import { complaintsOf, isRefusal } from './browser.ts'
import type { Size, State } from './office-pages.ts'
import type { World } from './world.ts'

/** A phone may ask for one code a minute, so each test signs in with a phone of its own. */
export const phones = {
  owner: { 390: '19911110390', 1440: '19911111440' },
  helper: { 390: '19911112390', 1440: '19911113440' },
  operator: '19922220002',
  typist: '19911110001',
  reader: '19911110003',
} as const

export const neighbour = '示例种植户邻家'

export interface Shop {
  storeId: string
  merchantId: string
  neighbourId: string
  productId: string
  skuId: string
  villageCode: string
  stationId: string
}

/** The world's village with goods on the shelf, an owner, a station operator, and a second grower. */
export async function openShop({ db, place }: World): Promise<Shop> {
  const { villageCode } = place
  const [store] = (await storesIn(db, villageCode)).items
  const [station] = (await stationsIn(db, villageCode)).items
  if (!store || !station) throw new Error('the world has no store with a station')
  const [product] = [...(await productsById(db, await productIdsOf(db, [store.merchantId]))).values()]
  const [sku] = product?.skus ?? []
  if (!product || !sku) throw new Error('the world has no goods')
  await transact(db, async (tx) => {
    const harvest = { productId: product.id, harvestedOn: dayOf(new Date()), quantityGrams: 900_000_000 }
    const lot = await createLot(tx, systemActor, harvest)
    await receiveStock(tx, { skuId: sku.id, lotId: lot.id, quantity: 1000 })
  })
  const neighbourId = newId()
  await importMerchants(db, [
    {
      id: neighbourId,
      kind: 'naturalPerson',
      name: neighbour,
      selfProduced: '自家所产',
      villageCode,
      contactName: '邻家',
      contactPhone: '13800005678',
      registeredOn: '2026-01-01',
      isSample: true,
    },
  ])
  const owns = [
    { role: 'merchant_owner' as const, merchantId: store.merchantId },
    { role: 'merchant_owner' as const, merchantId: neighbourId },
    { role: 'store_owner' as const, storeId: store.id },
  ]
  await importPeople(db, [
    ...[...Object.values(phones.owner), phones.typist, phones.reader].map((phone) => ({
      phone,
      name: '王店主',
      duties: owns,
      isSample: true,
    })),
    {
      phone: phones.operator,
      name: '李站长',
      duties: [{ role: 'station_operator' as const, divisionCode: villageCode }],
      isSample: true,
    },
  ])
  await refreshAllOffers(db, [[product.id]])
  return {
    storeId: store.id,
    merchantId: store.merchantId,
    neighbourId,
    productId: product.id,
    skuId: sku.id,
    villageCode,
    stationId: station.id,
  }
}

/** A phone, or a desk, that opens the workbench; whatever the browser complains about is collected. */
export async function openWorkbench(browser: Browser, world: World, viewport: Size, state?: State, locale = 'zh-CN') {
  const context = await browser.newContext({ locale, viewport, ...(state && { storageState: state }) })
  const page = await context.newPage()
  const complaints = complaintsOf(page, isRefusal)
  return {
    page,
    context,
    go: async (address: string) => {
      await page.goto(`${world.marketUrl}/workbench/#${address}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
    },
    /** Asks the API as the person who holds the phone. */
    ask: async <Answer>(path: string): Promise<Answer> => {
      const answer = await page.request.get(`${world.marketUrl}${path}`)
      if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
      return answer.json()
    },
    close: async () => {
      await context.close()
      expect(complaints).toEqual([])
    },
  }
}

export type Workbench = Awaited<ReturnType<typeof openWorkbench>>

/** Signs in as a person does: the number on our own keys, the code from the text. */
export async function signInByPhone({ page, go }: Workbench, phone: string): Promise<void> {
  await go('')
  await press(page, phone)
  await page.getByRole('button', { name: '发验证码' }).click()
  await page.getByRole('button', { name: '填入' }).click()
  await heading(page, '要做的事')
}

/** Presses the keys of the pad, one after the other. */
export async function press(page: Page, digits: string): Promise<void> {
  const pad = page.getByRole('group', { name: '数字键' })
  for (const digit of digits) await pad.getByRole('button', { name: digit === '.' ? '小数点' : digit }).click()
}

/** The screen with this name is there. */
export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

/** The screen with this name is there, and what it shows has been read. */
export async function hasRead(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  // A status takes no name from what it says.
  const reading = page.getByRole('status').filter({ hasText: /^(正在读取|Reading)$/ })
  await reading.waitFor({ state: 'detached' })
}

/** No screen is wider than the phone, nothing to press is smaller than a thumb, no large type smaller than 18 px. */
export async function fitsThumb(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (thing) => thing.offsetParent && !thing.closest('.only-read-aloud'),
    )
    const toPress = 'a[href], button, select, textarea, input, label.chip'
    const writes = (thing: Element) =>
      [...thing.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim())
    return {
      wider: document.documentElement.scrollWidth - window.innerWidth,
      small: seen
        .filter((thing) => thing.matches(toPress))
        .map((thing) => thing.closest<HTMLElement>('label:not(.field)') ?? thing)
        .filter((thing) => thing.offsetHeight < 60 || thing.offsetWidth < 60)
        .map((thing) => thing.textContent),
      tiny: seen
        .filter(() => document.documentElement.dataset.type === 'large')
        .filter((thing) => writes(thing) && Number.parseFloat(getComputedStyle(thing).fontSize) < 18)
        .map((thing) => thing.textContent),
    }
  })
  expect(found).toEqual({ wider: 0, small: [], tiny: [] })
}
