import type { Page } from 'playwright-core'

/** Letters under 18 px and targets under 60, which somebody with tired eyes and hands would miss. */
export const tooSmall = (page: Page): Promise<string[]> => page.evaluate(small)

/** Runs in the page. */
function small(): string[] {
  const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    // What is drawn to scale has its table beside it.
    (thing) => thing.checkVisibility() && !thing.closest('.only-read-aloud, .skip, svg, .bars, noscript'),
  )
  const told = (thing: Element, why: string) => `${why}: ${thing.outerHTML.slice(0, 120)}`
  const writes = (thing: Element) =>
    [...thing.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim())
  const tiny = seen.filter((thing) => writes(thing) && Number.parseFloat(getComputedStyle(thing).fontSize) < 18)
  const tight = seen
    .filter((thing) => thing.matches('a[href], button, select, textarea, input:not([type=hidden]), summary'))
    // A link within a sentence is as high as its line.
    .filter((thing) => getComputedStyle(thing).display !== 'inline' || overlay(thing))
    .filter((thing) => {
      const whole = thing.closest('label, .ant-select') ?? (overlay(thing) ? thing.offsetParent : thing) ?? thing
      const { width, height } = whole.getBoundingClientRect()
      return height < 59.5 || width < 44
    })
  return [...tiny.map((thing) => told(thing, 'letters')), ...tight.map((thing) => told(thing, 'target'))]

  /** The link of a card lies over all of it. */
  function overlay(thing: Element): boolean {
    const { content, position } = getComputedStyle(thing, '::after')
    return content !== 'none' && position === 'absolute'
  }
}
