import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const stepsAtMost = 60

/** Goes on from thing to thing by the tab key until `wanted` has its turn; each on the way is seen to have it. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let step = 0; step < stepsAtMost; step++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(lookAtFocus)).toEqual({ ringed: true, covered: undefined })
    if (await wanted.evaluate((thing) => thing === document.activeElement)) return
  }
  throw new Error(`no tab leads to ${wanted}`)
}

/** Does what has the focus show it, with nothing lying over it? */
function lookAtFocus() {
  const at = document.activeElement
  // Past the last thing the focus is the browser's own for one step.
  if (!at || at === document.body) return { ringed: true, covered: undefined }
  const shown = at.closest('.chip, .number, .camera') ?? at
  const { outlineStyle, outlineWidth } = getComputedStyle(shown)
  const { left, top, width, height } = shown.getBoundingClientRect()
  const over = document.elementFromPoint(left + width / 2, top + height / 2)
  return {
    ringed: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    covered: shown.contains(over) ? undefined : (over?.outerHTML.slice(0, 120) ?? 'out of sight'),
  }
}

/** What an English reader would see or hear in Chinese: names say what language they are in, all else is a fault. */
export function strayChinese(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isChinese = (words: string | null | undefined) => /\p{Script=Han}/u.test(words ?? '')
    const found: string[] = []
    for (const thing of document.querySelectorAll('title, body, body *')) {
      const said = ['aria-label', 'alt', 'title', 'placeholder'].map((name) => thing.getAttribute(name))
      const written = [...thing.childNodes].flatMap((node) => (node.nodeType === 3 ? node.textContent : []))
      const own = thing.closest('[lang]')?.getAttribute('lang')?.startsWith('zh') ? [] : [...said, ...written]
      found.push(...own.filter(isChinese).map((words) => words ?? ''))
    }
    return found
  })
}
