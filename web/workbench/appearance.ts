import { language } from './say.ts'

const page = document.documentElement

/** Sets language and size of type on the page, before anything is drawn. Large is what everyone begins with. */
export function applyAppearance(): void {
  page.lang = language === 'zh' ? 'zh-CN' : 'en'
  page.dataset.type = isLarge() ? 'large' : 'plain'
}

export function isLarge(): boolean {
  return localStorage.getItem('type') !== 'plain'
}

/** Larger or plain type, remembered on this phone. */
export function chooseType(large: boolean): void {
  localStorage.setItem('type', large ? 'large' : 'plain')
  applyAppearance()
}
