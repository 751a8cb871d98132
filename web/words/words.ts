import { accounts } from './accounts.ts'
import { catalog } from './catalog.ts'
import { divisions } from './divisions.ts'
import { inventory } from './inventory.ts'
import { kernel } from './kernel.ts'
import { logistics } from './logistics.ts'
import { market } from './market.ts'
import { merchants } from './merchants.ts'
import { monitoring } from './monitoring.ts'
import { notices } from './notices.ts'
import { office } from './office.ts'
import { orders } from './orders.ts'
import { payments } from './payments.ts'
import { photos } from './photos.ts'
import { stations } from './stations.ts'
import { stores } from './stores.ts'
import { traceability } from './traceability.ts'
import { ui } from './ui.ts'
import { workbench } from './workbench.ts'

// One file per area, each word once in Chinese and once in English, side by side, so that neither can be forgotten.
const dictionary = {
  ...accounts,
  ...divisions,
  ...kernel,
  ...monitoring,
  ...notices,
  ...orders,
  ...logistics,
  ...payments,
  ...photos,
  ...merchants,
  ...stations,
  ...stores,
  ...catalog,
  ...traceability,
  ...inventory,
  ...ui,
  ...office,
  ...workbench,
  ...market,
}

export type Key = keyof typeof dictionary
export type Params = Record<string, string | number>
/** Says one word or sentence in the reader's language. */
export type Say = (key: Key, params?: Params) => string

/**
 * Looks a word up and fills in its {names}; `{orders|order|orders}` is the first for one, the second for any other number.
 * An unknown key comes back as itself, which the tests refuse.
 */
export function translate(language: 'zh' | 'en', key: Key, params: Params = {}): string {
  const pair = dictionary[key] as readonly [string, string] | undefined
  if (!pair) return key
  return pair[language === 'zh' ? 0 : 1]
    .replace(/\{(\w+)\|([^|}]*)\|([^|}]*)\}/g, (_, name, one, many) => (String(params[name]) === '1' ? one : many))
    .replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole))
}

/** The words of one reader. */
export function wordsFor(language: 'zh' | 'en'): Say {
  return (key, params) => translate(language, key, params)
}

/** Does this key have words? For the tests. */
export function hasWords(key: string): boolean {
  return key in dictionary
}

export function allWords(): [string, readonly [string, string]][] {
  return Object.entries(dictionary)
}
