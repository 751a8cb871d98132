import { createContext, Fragment, h, type JSX } from 'preact'
import { useContext } from 'preact/hooks'

/** The language that the reader reads. */
export const Reader = createContext<'zh' | 'en'>('zh')

const han = /\p{Script=Han}/u
// A name may hold figures and marks; it begins and ends with a character.
const name = /(\p{Script=Han}(?:[\p{Script=Han}\d \u3000-\u303f\uff00-\uffef]*\p{Script=Han})?)/u

/** The language of words that people gave, where it is not the reader's: an English voice must not spell Chinese. */
export function langOf(words: string, reader: 'zh' | 'en'): 'zh-CN' | undefined {
  return reader === 'en' && han.test(words) ? 'zh-CN' : undefined
}

/** Words with names in them, each name marked as the language it is in. */
export function Named({ words }: { words: string }): JSX.Element {
  const reader = useContext(Reader)
  if (!langOf(words, reader)) return <>{words}</>
  const parts = words.split(name).filter(Boolean)
  return h(Fragment, {}, ...parts.map((part) => (han.test(part) ? h('span', { lang: 'zh-CN' }, part) : part)))
}
