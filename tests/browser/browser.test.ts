import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchInstalled, launchPackaged } from './browser.ts'

describe.each([
  { name: 'the browser of this machine', launch: launchInstalled },
  { name: 'the browser that comes with the packages', launch: launchPackaged },
])('$name', ({ launch }) => {
  let browser: Awaited<ReturnType<typeof launch>>
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  test('starts and draws Chinese words', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await page.setContent('<p style="display:inline;font-size:20px">一村一品一店</p>')
    expect(await page.locator('p').textContent()).toBe('一村一品一店')
    // A font that knows the words gives each a full square.
    const box = await page.locator('p').boundingBox()
    expect(box?.width).toBeCloseTo(120, 0)
    await page.close()
  })
})
