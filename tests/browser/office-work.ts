import { describe, expect, test } from 'vitest'
import { totpCode } from '../../server/modules/accounts/index.ts'
import { fits, office, patiently, sizes, tableOf } from './office-pages.ts'

/** Signing in, reviewing, and looking after people, notices and stations. */
export function testWorking(): void {
  test('a wrong password is refused in words that say what to do; the right one and a code lead to the page asked for', async () => {
    const { page, close } = await office.openNew(sizes[0])
    const { username, password } = office.world.officers.province
    await page.goto(`${office.url}/duties`)
    await page.getByLabel('用户名').fill(username)
    await page.getByLabel('密码', { exact: true }).fill('not-this-one')
    await page.getByRole('button', { name: '下一步' }).click()
    expect(await page.getByRole('alert').textContent()).toContain('请核对后再试')
    expect(await page.getByLabel('用户名').inputValue()).toBe(username)
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '填入' }).click()
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('navigation', { name: '主要页面' }).waitFor()
    await page.getByRole('heading', { level: 1, name: '江苏省的职责' }).waitFor()
    await close()
  })

  describe('reviewing a signature product', () => {
    test('the township passes it on, at a phone’s size', async () => {
      const { page, close } = await office.open(sizes[1], 'township')
      await page.goto(`${office.url}/reviews/signature-products`)
      await tableOf(page, '主导产品').getByRole('button', { name: '确认 后山野茶' }).click()
      await page.getByText('已确认：后山野茶').waitFor()
      await page.getByText('没有待办的审核').waitFor()
      await fits(page)
      await close()
    })

    test('the province may look but not decide', async () => {
      const { page, close } = await office.open(sizes[0], 'province')
      await page.goto(`${office.url}/reviews/signature-products`)
      expect(await page.getByRole('button', { name: '确认 后山野茶' }).isDisabled()).toBe(true)
      await close()
    })

    test('the county returns it, and not without a reason', async () => {
      const { page, close } = await office.open(sizes[0], 'county')
      await page.goto(`${office.url}/reviews/signature-products`)
      await page.getByRole('button', { name: '退回 后山野茶' }).click()
      const dialog = page.getByRole('dialog', { name: '退回“后山野茶”' })
      expect(await dialog.getByRole('button', { name: '退回' }).isDisabled()).toBe(true)
      await dialog.getByLabel('退回原因').fill('请补充产地证明')
      await dialog.getByRole('button', { name: '退回' }).click()
      await page.getByText('已退回：后山野茶').waitFor()
      await page.getByText('全部', { exact: true }).click()
      await expect.poll(() => tableOf(page, '主导产品').textContent(), patiently).toContain('已退回')
      await close()
    })
  })

  describe.each(sizes)('administering, at $width × $height', (size) => {
    const [username, leaving] = size === sizes[0] ? ['xinren', '吴芳'] : ['xinren2', '孙平']

    test('a person is invited, comes in with a password and an app, and sees their place', async () => {
      const admin = await office.open(size, 'province')
      await admin.page.goto(`${office.url}/duties`)
      await admin.page.getByRole('button', { name: '邀请人员' }).click()
      const dialog = admin.page.getByRole('dialog', { name: '邀请人员' })
      await dialog.getByLabel('地区').fill('江宁区')
      await admin.page.getByText('江宁区（320115000000）').click()
      await dialog.getByLabel('用户名').fill(username)
      await dialog.getByRole('button', { name: '生成邀请链接' }).click()
      const link = await dialog.getByLabel('邀请链接').inputValue()
      await admin.close()

      const guest = await office.openNew(size)
      await guest.page.goto(link)
      await guest.page.getByText(`您的用户名是 ${username}`).waitFor()
      await guest.page.getByLabel('姓名').fill('何新')
      await guest.page.getByLabel('设置密码').fill('a-long-password')
      await guest.page.getByRole('button', { name: '接受' }).click()
      await guest.page.getByRole('button', { name: '开始设置' }).click()
      await guest.page.getByRole('img', { name: '供验证器应用扫描的二维码' }).waitFor()
      const secret = await guest.page.getByRole('code').first().textContent()
      await guest.page.getByLabel('6 位动态口令').fill(await totpCode(fromBase32(secret ?? '')))
      await guest.page.getByRole('button', { name: '登录' }).click()
      await guest.page.getByRole('heading', { level: 1, name: '江宁区' }).waitFor()
      await fits(guest.page)
      await guest.close()
    })

    test('when somebody leaves, the office is handed over; when a duty is over, it ends; the trail tells', async () => {
      const { page, close } = await office.open(size, 'province')
      await page.goto(`${office.url}/duties`)
      await page.getByRole('button', { name: `移交${leaving}的职责` }).click()
      const dialog = page.getByRole('dialog', { name: `移交${leaving}的全部职责` })
      await dialog.getByRole('combobox', { name: '同事' }).selectOption('沈勇')
      await dialog.getByRole('button', { name: '移交' }).click()
      await page.getByText(`${leaving}的职责已移交给沈勇`).waitFor()

      await page.getByRole('button', { name: '为周敏加授职责' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '授予' }).click()
      await page.getByText('已授予周敏').waitFor()
      const given = tableOf(page, '人员与职责')
        .getByRole('row')
        .filter({ hasText: '周敏' })
        .filter({ hasText: '江苏省' })
      await given.getByRole('button', { name: '结束周敏的职责' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '结束' }).click()
      await page.getByText('已结束周敏的职责').waitFor()

      await page.getByRole('navigation', { name: '主要页面' }).getByRole('link', { name: '留痕' }).click()
      const trail = tableOf(page, '操作记录')
      for (const did of ['移交职责', '授予职责', '结束职责', '发出邀请', '审核主导产品'])
        await expect.poll(() => trail.textContent(), patiently).toContain(did)
      await fits(page)
      await close()
    })
  })

  describe('the other works of an office', () => {
    test('an announcement is published in the name of one’s division', async () => {
      const { page, close } = await office.open(sizes[1], 'county')
      await page.goto(`${office.url}/announcements`)
      await page.getByRole('button', { name: '发布公告' }).click()
      const dialog = page.getByRole('dialog', { name: '发布公告' })
      await dialog.getByLabel('标题').fill('冬季农产品展销')
      await dialog.getByLabel('正文').fill('十二月一日在县城广场。')
      await dialog.getByRole('button', { name: '发布' }).click()
      await page.getByText('冬季农产品展销').waitFor()
      await close()
    })

    test('a station is opened where there was none, and closed again', async () => {
      const { page, close } = await office.open(sizes[0], 'county')
      await page.goto(`${office.url}/stations`)
      await page.getByRole('button', { name: '开设站点' }).click()
      const dialog = page.getByRole('dialog', { name: '开设站点' })
      await dialog.getByLabel('地区').fill(String(office.world.place.path[3]?.name))
      await page.getByText(`（${office.world.place.path[3]?.code}）`).click()
      await dialog.getByLabel('站点名称').fill('湖熟电商服务站')
      await dialog.getByLabel('地址').fill('文化路 8 号')
      await dialog.getByLabel('电话').fill('025-84701234')
      await dialog.getByRole('button', { name: '开设站点' }).click()
      await page.getByText('已开设：湖熟电商服务站').waitFor()
      await page.getByRole('button', { name: '关闭 湖熟电商服务站' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click()
      await page.getByText('已关闭：湖熟电商服务站').waitFor()
      await close()
    })

    test('who lost the way in gets a new one; the old one ends at once', async () => {
      const ended = await office.open(sizes[0], 'heir')
      await ended.page.goto(`${office.url}/duties`)
      await ended.page.getByRole('heading', { level: 1, name: /的职责$/ }).waitFor()
      const { page, close } = await office.open(sizes[0], 'province')
      await page.goto(`${office.url}/duties`)
      await page.getByRole('button', { name: '重设沈勇的登录' }).first().click()
      const dialog = page.getByRole('dialog', { name: '重设沈勇的登录' })
      await dialog.getByText('旧密码、动态口令和已登录的设备立即失效').waitFor()
      const [answer] = await Promise.all([
        page.waitForResponse(/\/reset-access$/),
        dialog.getByRole('button', { name: '重设登录' }).click(),
      ])
      expect(answer.status()).toBe(201)
      const link = await page.getByLabel('邀请链接').inputValue()
      await close()

      await ended.page.reload()
      await ended.page.getByLabel('用户名').waitFor()
      await ended.close()

      const back = await office.openNew(sizes[1])
      await back.page.goto(link)
      await back.page.getByText('设置新的密码和动态口令').waitFor()
      await back.page.getByLabel('设置密码').fill('another-long-password')
      await back.page.getByRole('button', { name: '接受' }).click()
      await back.page.getByRole('button', { name: '开始设置' }).click()
      await back.page.getByRole('img', { name: '供验证器应用扫描的二维码' }).waitFor()
      await fits(back.page)
      await back.close()
    })
  })
}

/** What an authenticator app does with the key it is given. */
function fromBase32(text: string): string {
  const bits = [...text.replace(/[\s=]/g, '')]
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('')
}
