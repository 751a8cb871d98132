import { wordsFor } from '../words/words.ts'

/** The reader's language, as chosen on the market or here. */
export const language = document.cookie.includes('lang=en') ? 'en' : 'zh'
export const t = wordsFor(language)
