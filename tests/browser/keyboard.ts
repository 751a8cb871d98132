import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

const stepsAtMost = 160

/**
 * Goes on from thing to thing by the tab key until `wanted` has its turn. Whatever has the focus on the way must show it,
 * and must not lie under anything else.
 */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let step = 0; step < stepsAtMost; step++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(faultOfFocus)).toBe(undefined)
    if (await wanted.evaluate((thing) => thing === document.activeElement)) return
  }
  throw new Error(`no tab leads to ${wanted}`)
}

/** Runs in the page: why somebody could not see where they are. */
function faultOfFocus(): string | undefined {
  const at = document.activeElement
  // Past the last thing the focus is the browser's own for one step.
  if (!at || at === document.body) return undefined
  // What looks like the thing to press may be its frame, or a drawing within.
  const shown = at.closest('.chip, .number, .camera, .pack, .ant-segmented-item') ?? at
  const drawn = at.closest('svg') ? [...at.querySelectorAll('path, circle')] : undefined
  const rings = ({ outlineStyle, outlineWidth }: CSSStyleDeclaration) =>
    outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
  const isRinged = drawn
    ? drawn.some((part) => Number.parseFloat(getComputedStyle(part).strokeWidth) >= 2)
    : [at, shown].some((thing) => rings(getComputedStyle(thing)) || rings(getComputedStyle(thing, '::after')))
  const { left, top, width, height } =
    (shown === at ? at.getClientRects()[0] : undefined) ?? shown.getBoundingClientRect()
  const over = document.elementFromPoint(left + width / 2, top + height / 2)
  const isInSight = drawn || shown.contains(over) || over?.contains(shown)
  if (isRinged && isInSight) return undefined
  return `${isRinged ? `lies under ${over?.outerHTML.slice(0, 120)}` : 'shows no ring'}: ${at.outerHTML.slice(0, 120)}`
}
