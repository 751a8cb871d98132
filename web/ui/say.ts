import type { UiKey } from '../words/ui.ts'

/** Says a shared word in the reader's language; the words of the whole product fit here. */
export type Say = (key: UiKey, params?: Record<string, string | number>) => string
