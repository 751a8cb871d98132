import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { violationsOn } from './browser.ts'
import { office, patiently, sizes } from './office-pages.ts'

/** What keeps somebody out, by the rules of WCAG 2.2 AA. */
export const grave = {
  tags: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  impacts: ['serious', 'critical'],
}

const pages = [
  '/see/320000000000',
  '/see/320100000000?measure=coverage',
  '/see/320115000000',
  '/see/320115008208',
  '/evidence/320115000000',
  '/coverage/320115000000',
  '/targets',
  '/reviews/signature-products',
  '/reviews/merchants',
  '/stations',
  '/duties',
  '/audit',
  '/announcements',
  '/settings',
  '/sign-in',
  '/invitations/cut-short',
  '/nowhere',
] as const

const dialogs = [
  ['/duties', '邀请人员'],
  ['/stations', '开设站点'],
  ['/announcements', '发布公告'],
] as const

/** Every page and dialog, in both themes, by the rules of WCAG. */
export function testKeepingNobodyOut(): void {
  describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
    let seen: Awaited<ReturnType<typeof office.openNew>>
    beforeAll(async () => {
      seen = await office.openNew(sizes[0], 'province')
      const settings = JSON.stringify({ theme, language: 'zh' })
      await seen.page.addInitScript((kept) => localStorage.setItem('office.settings', kept), settings)
    })
    afterAll(() => seen?.close())

    // The dark theme changes colours only: a page of each kind shows whether its pairs hold.
    const looked =
      theme === 'light'
        ? pages
        : pages.filter((path) => /^\/(see\/32.*=|evidence|reviews\/s|settings|sign-in)/.test(path))
    test.each(looked)('%s keeps nobody out', async (path) => {
      const { page } = seen
      await page.goto(`${office.url}${path}`)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await expect.poll(() => page.getByRole('status', { name: '正在读取' }).count(), patiently).toBe(0)
      expect(await violationsOn(page, grave)).toEqual([])
    })

    test.each(theme === 'light' ? dialogs : dialogs.slice(1, 2))(
      '%s: the dialog %s keeps nobody out',
      async (path, button) => {
        const { page } = seen
        await page.goto(`${office.url}${path}`)
        await page.getByRole('button', { name: button }).click()
        await page.getByRole('dialog', { name: button }).waitFor()
        expect(await violationsOn(page, grave)).toEqual([])
      },
    )
  })
}
