import type { Page } from 'playwright-core'

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
