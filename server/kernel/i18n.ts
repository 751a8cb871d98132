import { type Key, translate } from '../../web/words/words.ts'
import type { Language } from './actor.ts'
import type { Refusal } from './errors.ts'

/** The reader's language: what they chose (cookie), else what the browser prefers, else Chinese. */
export function languageOf(chosen: string | undefined, accepted: string | undefined): Language {
  if (chosen === 'zh' || chosen === 'en') return chosen
  const first = accepted
    ?.split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((code) => code === 'zh' || code === 'en')
  return first === 'en' ? 'en' : 'zh'
}

/** A refusal in the reader's words. */
export function sayRefusal({ code, params }: Refusal, language: Language): string {
  return translate(language, code as Key, params as Record<string, string | number>)
}
