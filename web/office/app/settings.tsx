import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { type Say, wordsFor } from '../../words/words.ts'
import type { Language } from '../parts/format.ts'
import { keep, kept } from '../parts/keep.ts'

/** What a person has chosen for this browser. */
export interface Settings {
  language: Language
  large: boolean
  theme: 'light' | 'dark'
}

interface Chosen extends Settings {
  say: Say
  choose(change: Partial<Settings>): void
}

const Context = createContext<Chosen | undefined>(undefined)

/** Language, type size and theme: kept in this browser and applied at once. */
export function SettingsProvider({ children }: { children: ReactNode }) {
  const [settings, setSettings] = useState(readSettings)
  useEffect(() => apply(settings), [settings])
  const chosen = useMemo<Chosen>(
    () => ({
      ...settings,
      say: wordsFor(settings.language),
      choose(change) {
        const next = { ...settings, ...change }
        keep('settings', next)
        // At once, since the theme's colours are read from the page while it is drawn again.
        apply(next)
        setSettings(next)
      },
    }),
    [settings],
  )
  return <Context value={chosen}>{children}</Context>
}

export function useSettings(): Chosen {
  const chosen = use(Context)
  if (!chosen) throw new Error('useSettings stands inside SettingsProvider')
  return chosen
}

/** Says words in the reader's language. */
export const useSay = (): Say => useSettings().say

function readSettings(): Settings {
  const found = kept<Partial<Settings>>('settings') ?? {}
  const preferred: Language = navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh'
  return {
    language: found.language === 'zh' || found.language === 'en' ? found.language : preferred,
    large: found.large === true,
    theme: found.theme === 'dark' ? 'dark' : 'light',
  }
}

function apply({ language, large, theme }: Settings): void {
  document.title = wordsFor(language)('office.programme')
  const page = document.documentElement
  page.lang = language === 'zh' ? 'zh-CN' : 'en'
  page.dataset.theme = theme
  page.dataset.type = large ? 'large' : 'plain'
  // The server says its refusals in this language.
  const yearInSeconds = 31_536_000
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser that officers use.
  document.cookie = `lang=${language}; path=/; max-age=${yearInSeconds}; samesite=lax`
}
