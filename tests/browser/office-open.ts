import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { systemActor } from '../../server/kernel/actor.ts'
import { change, transact } from '../../server/kernel/db.ts'
import { runChore } from '../../server/kernel/schedule.ts'
import { dayOf } from '../../server/kernel/time.ts'
import { createProduct, publishProduct } from '../../server/modules/catalog/index.ts'
import { receiveStock } from '../../server/modules/inventory/index.ts'
import { refreshAllOffers, storesIn } from '../../server/modules/stores/index.ts'
import { createLot, issuePledge } from '../../server/modules/traceability/index.ts'
import { Buyer } from './buyer.ts'
import { fits, office, patiently, seenWithinFiveSeconds, sizes, tableOf, type Who } from './office-pages.ts'
import { heading, press } from './workbench-pages.ts'

const walks = sizes.map((size, at) => ({
  ...size,
  at,
  who: at === 0 ? ('village' as const) : ('nextVillage' as const),
  product: ['后塘荷藕', '塘边莲藕'][at] ?? '',
  store: ['后塘小店', '塘边小店'][at] ?? '',
  phone: ['13800004321', '13800004322'][at] ?? '',
}))

/** A village with nothing, until the map says it is covered. */
export function testOpening(): void {
  describe.each(walks)('a village opens, at $width × $height', ({ at, who, product, store, phone }) => {
    const size = sizes[at] ?? sizes[0]
    const merchant = `${product}种植户`

    /** An officer's page on one of the three lists, for as long as it takes. */
    async function on(who: Who, kind: string, work: (page: Page) => Promise<void>): Promise<void> {
      const { page, close } = await office.open(size, who)
      await page.goto(`${office.url}/reviews/${kind}`)
      await page.getByRole('table').waitFor()
      await work(page)
      await fits(page)
      await close()
    }
    const propose = (page: Page) =>
      fillIn(page, '申报主导产品', async (dialog) => {
        await dialog.getByLabel('品名').fill(product)
        await dialog.getByLabel('品类').selectOption({ label: '莲藕' })
        await dialog.getByLabel('产品故事').fill('老辈人就在这里种。')
      })
    const confirm =
      (name: string, words = '确认') =>
      async (page: Page) => {
        await page.getByRole('button', { name: `${words} ${name}` }).click()
        await page.getByText(`已确认：${name}`).waitFor()
      }

    test('the village proposes its product, and the township passes it on', async () => {
      const [own, others] = at === 0 ? office.world.place.empty : office.world.place.empty.toReversed()
      await on(who, 'signature-products', async (page) => {
        await page.goto(`${office.url}/see/${others?.code}`)
        await page.getByRole('alert').filter({ hasText: '这里不在您的职责范围内' }).waitFor()
        await page.getByRole('link', { name: `回到${own?.name}` }).click()
        await page.getByRole('heading', { level: 1, name: own?.name ?? '' }).waitFor()
        await page.goBack()
        await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '申报' }).click()
        await page.getByRole('heading', { level: 1, name: '申报' }).waitFor()
        await propose(page)
        await expect.poll(() => tableOf(page, '主导产品').textContent(), patiently).toContain(product)
      })
      await on('township', 'signature-products', confirm(product))
    })

    test('the county returns it, not without a reason; the village mends and proposes again', async () => {
      await on('county', 'signature-products', async (page) => {
        await page.getByRole('button', { name: `退回 ${product}` }).click()
        const dialog = page.getByRole('dialog', { name: `退回“${product}”` })
        expect(await dialog.getByRole('button', { name: '退回' }).isDisabled()).toBe(true)
        await dialog.getByLabel('退回原因').fill('请补充产地证明')
        await dialog.getByRole('button', { name: '退回' }).click()
        await page.getByText(`已退回：${product}`).waitFor()
      })
      await on(who, 'signature-products', async (page) => {
        await expect
          .poll(() => tableOf(page, '主导产品').textContent(), patiently)
          .toContain('退回原因：请补充产地证明')
        await propose(page)
      })
      await on('township', 'signature-products', confirm(product))
    })

    test('the county confirms it', () => on('county', 'signature-products', confirm(product)))

    test('the village registers who sells and asks for the store; the county verifies and confirms', async () => {
      await on(who, 'merchants', (page) =>
        fillIn(page, '登记经营主体', async (dialog) => {
          await dialog.getByLabel('主体名称').fill(merchant)
          await dialog.getByLabel('自产声明').fill(`自家种的${product}`)
          await dialog.getByLabel('联系人').fill('王某')
          await dialog.getByLabel('联系电话').fill(phone)
        }),
      )
      await on('county', 'merchants', confirm(merchant, '核验通过'))
      await on(who, 'stores', (page) =>
        fillIn(page, '申请开店', async (dialog) => {
          await dialog.getByLabel('店名').fill(store)
        }),
      )
      await on('county', 'stores', confirm(store))
    })

    test('the grower has been texted since the county verified, accepts on the phone, and the shop is theirs', async () => {
      const { page, close } = await office.openNew(size)
      const { marketUrl } = office.world
      let link = ''
      const find = async () => {
        const texts = await (await page.request.get(`${marketUrl}/api/sandbox/sms?phone=${phone}`)).text()
        link = /http[^"\\]+\/invitations\/[\w-]+/.exec(texts)?.[0] ?? ''
        return link
      }
      await expect.poll(find, patiently).not.toBe('')
      // The officer's link leads to the same place.
      await page.goto(link.replace(marketUrl, office.url))
      await page.getByRole('link', { name: '到工作台接受' }).click()
      await press(page, phone)
      await page.getByRole('button', { name: '发验证码' }).click()
      await page.getByRole('button', { name: '填入' }).click()
      await page.getByText('接受后，店就由您来管').waitFor()
      await fits(page)
      await page.getByRole('button', { name: '接受' }).click()
      await heading(page, '要做的事')
      const roles = async () => (await (await page.request.get(`${marketUrl}/api/me`)).text()).match(/\w+_owner/g)
      await expect.poll(roles, patiently).toEqual(['merchant_owner', 'store_owner'])
      await close()
    })

    // The same dialog at either size.
    const once = at === 0 ? test : () => {}
    once('the county sends the invitation again, and holds the link in hand', async () => {
      await on('county', 'merchants', async (page) => {
        await page.getByText('全部', { exact: true }).click()
        await page.getByRole('button', { name: `邀请“${merchant}”的店主` }).click()
        const dialog = page.getByRole('dialog', { name: `邀请“${merchant}”的店主` })
        expect(await dialog.getByLabel('邀请链接').inputValue()).toContain('/invitations/')
        await dialog.getByText('邀请短信已发到 138****4321').waitFor()
        await dialog.getByRole('button', { name: '关闭' }).last().click()
        await dialog.waitFor({ state: 'detached' })
      })
    })

    test('with product and store but no sale it is not covered; within five seconds of a sale the map says it is', async () => {
      const { code, name } = office.world.place.empty[at] ?? { code: '', name: '' }
      const { page, close } = await office.open(size, 'county')
      await page.goto(`${office.url}/see/${code.slice(0, 9)}000?measure=coverage`)
      const onMap = page.getByRole('group', { name: /地图$/ }).getByRole('link', { name: new RegExp(`^${name}：`) })
      await expect.poll(() => onMap.getAttribute('aria-label'), patiently).toContain('覆盖 0 / 1 村')
      const legs = await office.open(size, 'county')
      await legs.page.goto(`${office.url}/see/${code}`)
      const told = legs.page.getByRole('list', { name: '尚未覆盖' })
      await told.waitFor()
      expect(await told.textContent()).toMatch(/是：主导产品已公布.*是：店铺营业.*否：最近有销售/)

      const goods = await fillShelf(code)
      const says = (words: string) =>
        expect.poll(() => onMap.getAttribute('aria-label'), patiently).toContain(`覆盖 ${words} 村`)
      const sell = async () => {
        await letSalesGrowOld(code)
        await says('0 / 1')
        await new Buyer(office.world.marketUrl).buy(goods)
      }
      await seenWithinFiveSeconds(sell, () => says('1 / 1'))
      await legs.page.reload()
      await legs.page.getByRole('list', { name: '已覆盖' }).waitFor()
      await legs.page.getByRole('row').filter({ hasText: product }).first().waitFor()
      await fits(page)
      await legs.close()
      await close()
    })

    async function fillIn(page: Page, words: string, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) {
      await page.getByRole('button', { name: words }).click()
      const dialog = page.getByRole('dialog', { name: words })
      expect(await dialog.getByRole('button', { name: '提交' }).isDisabled()).toBe(true)
      await fill(dialog)
      await dialog.getByRole('button', { name: '提交' }).click()
      await page.getByText(/^已提交：/).waitFor()
      await dialog.waitFor({ state: 'detached' })
    }

    /** Without a sale of late, a village that was covered is so no more. */
    async function letSalesGrowOld(villageCode: string): Promise<void> {
      const old = `update monitoring.coverage set last_sale_at = now() - interval '1 year' where village_code = $1 and covered`
      if ((await change(office.world.db, old, [villageCode])) > 0)
        await runChore(office.world.db, 'monitoring.end_coverage')
    }

    /** What the store's owner does in the workbench: goods on the shelf, from a lot with its pledge. */
    async function fillShelf(villageCode: string): Promise<{ storeId: string; skuId: string }> {
      const [shop] = (await storesIn(office.world.db, villageCode)).items
      if (!shop) throw new Error('the village has no store')
      const goods = await transact(office.world.db, async (tx) => {
        const { id, skus } = await createProduct(tx, systemActor, {
          merchantId: shop.merchantId,
          villageCode,
          categoryCode: 'vegetable.lotus',
          name: product,
          skus: [{ label: '500 克', weightGrams: 500, price: 6_800 }],
        })
        await publishProduct(tx, systemActor, id)
        const lot = await createLot(tx, systemActor, {
          productId: id,
          harvestedOn: dayOf(new Date()),
          quantityGrams: 50_000,
        })
        await issuePledge(tx, systemActor, { lotId: lot.id, basis: 'selfTest' })
        const skuId = skus[0]?.id ?? ''
        await receiveStock(tx, { skuId, lotId: lot.id, quantity: 20 })
        return { storeId: shop.id, skuId, productId: id }
      })
      await refreshAllOffers(office.world.db, [[goods.productId]])
      return goods
    }
  })
}
