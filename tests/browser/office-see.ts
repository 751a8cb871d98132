import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { change, transact } from '../../server/kernel/db.ts'
import { announce } from '../../server/kernel/events.ts'
import { newId } from '../../server/kernel/ids.ts'
import { monthOf } from '../../server/kernel/time.ts'
import { countyCodeOf } from '../../server/modules/divisions/index.ts'
import { orderPaid } from '../../server/modules/orders/index.ts'
import { violationsOn } from './browser.ts'
import { tabTo } from './keyboard.ts'
import { tooSmall } from './large-type.ts'
import { grave } from './office-axe.ts'
import { fits, office, patiently, seenWithinFiveSeconds, sizes, tableOf } from './office-pages.ts'

/** Figures, maps, tables and what leaves the house of them. */
export function testSeeing(): void {
  describe.each(sizes)('seeing what sells, at $width × $height', (size) => {
    test('from the province down to the orders of a village, by map and by table', async () => {
      const { page, close } = await office.open(size, 'province')
      await page.goto(office.url)
      const [, city, county, township, village] = office.world.place.path.map((part) => part.name)
      await page.getByRole('link', { name: new RegExp(`^${city}：`) }).focus()
      await expect.poll(() => page.getByRole('tooltip').textContent(), patiently).toContain(city)
      await page.keyboard.press('Enter')
      for (const name of [county, township, village]) {
        await page.getByRole('heading', { level: 1, name: String(name) }).waitFor({ state: 'detached' })
        await tableOf(page, /各地$/)
          .getByRole('link', { name: String(name), exact: true })
          .click()
      }
      await page.getByRole('heading', { level: 1, name: String(village) }).waitFor()
      const orders = tableOf(page, `${village}的订单`)
      await orders.getByRole('row').nth(1).waitFor()
      expect(await orders.textContent()).toContain('示例数据')
      expect(await page.getByRole('navigation', { name: '所在位置' }).textContent()).toBe(
        office.world.place.path.map((part) => part.name).join('›'),
      )
      await page
        .getByRole('navigation', { name: '所在位置' })
        .getByRole('link', { name: String(city) })
        .click()
      await page.getByRole('heading', { level: 1, name: String(city) }).waitFor()
      await fits(page)
      await close()
    })

    test('any sum opens to its orders in one step, and the address can be sent', async () => {
      const { page, close } = await office.open(size, 'province')
      await page.goto(`${office.url}/see/320000000000`)
      await page.getByText('年', { exact: true }).click()
      await page.getByText('覆盖', { exact: true }).last().click()
      await expect.poll(() => page.url(), patiently).toContain('measure=coverage')
      expect(page.url()).toContain(`period=${monthOf(new Date()).slice(0, 4)}`)
      await tableOf(page, '江苏省各地').getByRole('link', { name: '江苏省的依据订单' }).click()
      await tableOf(page, '江苏省的订单').getByRole('row').nth(1).waitFor()
      await fits(page)
      await close()
    })

    test('with the keyboard alone, from the door down to an order', async () => {
      const { page, close } = await office.open(size, 'province')
      await page.goto(office.url)
      const [, city, county, township, village] = office.world.place.path.map((part) => part.name)
      await tableOf(page, '江苏省各地')
        .getByRole('link', { name: String(city), exact: true })
        .waitFor()
      await page.keyboard.press('Tab')
      expect(await focused(page)).toBe('跳到正文')
      await page.keyboard.press('Enter')
      await tabTo(page, page.getByRole('link', { name: new RegExp(`^${city}：`) }))
      await page.keyboard.press('Enter')
      for (const name of [county, township, village]) {
        await tabTo(page, tableOf(page, /各地$/).getByRole('link', { name: String(name), exact: true }))
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { level: 1, name: String(name) }).waitFor()
      }
      await tableOf(page, `${village}的订单`).getByRole('row').nth(2).waitFor()
      await tabTo(
        page,
        tableOf(page, `${village}的订单`)
          .getByRole('link', { name: /^\d{12,}$/ })
          .first(),
      )
      const first = await focused(page)
      await page.keyboard.press('ArrowDown')
      expect(await focused(page)).not.toBe(first)
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: new RegExp(first) }).waitFor()
      await page.getByRole('table').waitFor()
      expect(await violationsOn(page, grave)).toEqual([])
      await close()
    })

    test('a figure explains itself on hover and on focus, until Escape', async () => {
      const { page, close } = await office.open(size, 'province')
      await page.goto(`${office.url}/see/320000000000`)
      const figure = page.getByRole('region', { name: '主要数字' }).getByRole('button', { name: '网络销售额' })
      const told = page.getByText(/凭证等级.*截至/).filter({ visible: true })
      await figure.focus()
      await expect.poll(() => told.count(), patiently).toBe(1)
      await page.keyboard.press('Escape')
      await expect.poll(() => told.count(), patiently).toBe(0)
      await figure.hover()
      await expect.poll(() => told.count(), patiently).toBe(1)
      await close()
    })

    test('a sale is seen within five seconds', async () => {
      const { page, close } = await office.open(size, 'province')
      await page.goto(`${office.url}/see/${office.world.place.villageCode}`)
      const orders = page.getByRole('region', { name: '主要数字' })
      await orders.waitFor()
      let before: string | null = null
      const sell = async () => {
        before = await orders.textContent()
        await sellOne()
      }
      await seenWithinFiveSeconds(sell, () => expect.poll(() => orders.textContent(), patiently).not.toBe(before))
      await close()
    })

    test('a table sorts, filters, exports and remembers', async () => {
      const { page, close } = await office.open(size, 'province')
      await page.goto(`${office.url}/see/320000000000`)
      const table = tableOf(page, '江苏省各地')
      await table.getByRole('button', { name: '地区' }).click()
      await expect.poll(() => table.getByRole('row').nth(2).textContent(), patiently).toContain('常州市')
      await page.getByRole('button', { name: '筛选' }).click()
      await table.getByLabel('按地区筛选').fill('南')
      await expect.poll(() => page.getByRole('status').filter({ hasText: '13 行中的' }).count(), patiently).toBe(1)
      await page.reload()
      await expect.poll(() => table.getByLabel('按地区筛选').inputValue(), patiently).toBe('南')
      await page.getByRole('button', { name: '筛选' }).click()
      for (const kind of ['Excel', 'CSV']) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: `导出 ${kind}：江苏省各地` }).click(),
        ])
        const file = await readFile(await download.path())
        if (kind === 'Excel') expect(file.subarray(0, 2).toString()).toBe('PK')
        else for (const words of ['数据截至', '示例数据', '南京市']) expect(file.toString()).toContain(words)
      }
      await close()
    })

    test('gaps and targets say what is missing and what is not measured', async () => {
      const { page, close } = await office.open(size, 'province')
      await page.goto(`${office.url}/nowhere`)
      await page.getByText('这里没有页面').waitFor()
      await page.getByRole('link', { name: '回到地图' }).click()
      await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '覆盖' }).click()
      await tableOf(page, '江苏省各村').getByRole('row').nth(50).waitFor()
      await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '目标' }).click()
      const targets = tableOf(page, '目标与进度')
      await targets.getByRole('row').nth(43).waitFor()
      expect(await targets.textContent()).toContain('尚未测量')
      await fits(page)
      await close()
    })
  })

  describe.each(sizes)('a table that takes long, at $width × $height', (size) => {
    const exported = /江苏省.*覆盖明细 · CSV/

    test('shows how far it is, goes on while one is elsewhere, and waits to be fetched', async () => {
      const { page, close } = await office.open(size, 'province')
      await page.goto(`${office.url}/coverage/320000000000`)
      const goOn = await holdSheets()
      await page.getByRole('button', { name: '导出 CSV：江苏省各村' }).click()
      const bar = page.getByRole('complementary', { name: '导出' }).getByRole('progressbar', { name: exported })
      await bar.waitFor()
      await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '公告' }).click()
      await page.getByRole('heading', { level: 1, name: '公告与公示' }).waitFor()
      await bar.waitFor()
      await fits(page)
      await page.reload()
      await bar.waitFor()
      await goOn()
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /^下载 江苏省.*覆盖明细/ }).click({ timeout: 30_000 }),
      ])
      const lines = (await readFile(await download.path())).toString().split('\r\n')
      expect(lines.filter((line) => /^32\d{10},/.test(line)).length).toBeGreaterThan(10_000)
      await bar.waitFor({ state: 'detached' })
      await close()
    })

    test('is not lost to a list that was read before it was asked for', async () => {
      const { page, close } = await office.open(size, 'province')
      const asked = page.waitForResponse(
        (answer) => answer.request().method() === 'POST' && /sheets$/.test(answer.url()),
      )
      await page.route(
        '**/api/sheets',
        async (route) => {
          const response = await route.fetch()
          await asked
          await route.fulfill({ response })
        },
        { times: 1 },
      )
      await page.goto(`${office.url}/coverage/320000000000`)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出 CSV：江苏省各村' }).click(),
      ])
      expect(await download.failure()).toBe(null)
      await close()
    })

    test('can be stopped, and says what to do when it fails', async () => {
      const { page, close } = await office.open(size, 'province')
      await page.goto(`${office.url}/coverage/320000000000`)
      const goOn = await holdSheets()
      const tray = page.getByRole('complementary', { name: '导出' })
      const press = page.getByRole('button', { name: '导出 CSV：江苏省各村' })
      await press.click()
      await tray.getByRole('button', { name: /^停止 / }).click()
      await tray.waitFor({ state: 'detached' })
      await press.click()
      await tray.getByRole('progressbar').waitFor()
      await change(
        office.world.db,
        `update monitoring.sheet set state = 'failed' where state in ('waiting', 'writing')`,
      )
      await goOn()
      await expect.poll(() => tray.getByRole('status').textContent(), patiently).toContain('没有写成')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        tray.getByRole('button', { name: /^再试一次 / }).click(),
      ])
      expect(await download.failure()).toBe(null)
      await tray.waitFor({ state: 'detached' })
      await close()
    })
  })

  test('English, dark and large type are remembered', async () => {
    const { page, close } = await office.openNew(sizes[0], 'province')
    await page.goto(`${office.url}/settings`)
    await page.getByRole('switch', { name: '深色' }).click()
    await page.getByRole('switch', { name: '大字' }).click()
    await page.getByText('English', { exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await page.goto(`${office.url}/targets`)
    await page.getByRole('heading', { level: 1, name: 'Targets of the plan' }).waitFor()
    const look = await page.evaluate(() => ({
      ...document.documentElement.dataset,
      language: document.documentElement.lang,
    }))
    expect(look).toMatchObject({ theme: 'dark', type: 'large', language: 'en' })
    const targets = await tableOf(page, 'Targets and progress').textContent()
    for (const words of ['Department of Commerce', '20% a year', '200,000 attendances', '100 billion yuan'])
      expect(targets).toContain(words)
    for (const path of ['/see/320000000000', '/reviews/stores', '/duties']) {
      await page.goto(office.url + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      for (const size of sizes) {
        await page.setViewportSize(size)
        await fits(page)
        expect({ path, ...size, tooSmall: await tooSmall(page) }).toEqual({ path, ...size, tooSmall: [] })
      }
    }
    const county = countyCodeOf(office.world.place.villageCode)
    for (const path of ['/see/320000000000', `/see/${county}`, `/coverage/${county}`]) {
      await page.goto(office.url + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      // The person who is signed in keeps their own name.
      const said = [await page.title(), await page.getByRole('main').textContent()].join()
      expect({ path, chinese: said.match(/\p{Script=Han}+/gu) }).toEqual({ path, chinese: null })
    }
    await close()
  })
}

/** What has the focus, as it is called. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: element } = document
    return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })

async function sellOne(): Promise<void> {
  await transact(office.world.db, (tx) =>
    announce(tx, orderPaid, {
      storeId: newId(),
      orderId: newId(),
      villageCode: office.world.place.villageCode,
      merchantId: newId(),
      total: 12_800,
      goodsAmount: 12_000,
      paidAt: new Date().toISOString(),
      isSample: true,
      productIds: [],
    }),
  )
}

/** Lets nobody write a sheet to its end until the answer is called: as long as a large one takes. */
async function holdSheets(): Promise<() => Promise<void>> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let locked = () => {}
  const isLocked = new Promise<void>((resolve) => {
    locked = resolve
  })
  const holding = transact(office.world.db, async (tx) => {
    await change(tx, 'lock table monitoring.indicator_definition in access exclusive mode')
    locked()
    await held
  })
  await isLocked
  return async () => {
    letGo()
    await holding
  }
}
