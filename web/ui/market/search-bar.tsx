import type { JSX } from 'preact'
import { Icon } from '../icons.tsx'
import type { Say } from '../say.ts'

export interface SearchBarProps {
  readonly action: string
  /** What the field is for, read aloud and shown as its hint. */
  readonly label: string
  readonly value?: string
  /** Filters that stay while searching. */
  readonly kept?: Readonly<Record<string, string>>
  /** Where a script may fetch suggestions. */
  readonly suggestFrom?: string
  readonly t: Say
}

/** The search: a plain GET form that a script may make quicker. */
export function SearchBar({ action, label, value, kept = {}, suggestFrom, t }: SearchBarProps): JSX.Element {
  return (
    <search class="search">
      <form class="search-bar" action={action} method="get" data-suggest-from={suggestFrom}>
        {Object.entries(kept).map(([name, held]) => (
          <input key={name} type="hidden" name={name} value={held} />
        ))}
        <label class="only-read-aloud" for="search-words">
          {label}
        </label>
        <input
          id="search-words"
          class="input"
          type="text"
          inputmode="search"
          name="q"
          value={value}
          placeholder={label}
          maxLength={60}
          autocomplete="off"
          enterkeyhint="search"
        />
        <button class="button button-leaf" type="submit">
          <Icon name="search" />
          <span class="search-bar-word">{t('ui.search')}</span>
        </button>
      </form>
    </search>
  )
}
