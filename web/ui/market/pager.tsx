import type { JSX } from 'preact'
import { Icon } from '../icons.tsx'
import type { Say } from '../say.ts'

export interface PagerProps {
  readonly nextHref?: string
  /** Given once the reader has moved on from the beginning. */
  readonly firstHref?: string
  readonly count: number
  readonly label: string
  readonly t: Say
}

/** On to the next page by a link that stays right while the shelf changes. */
export function Pager({ nextHref, firstHref, count, label, t }: PagerProps): JSX.Element | null {
  if (!nextHref && !firstHref) return null
  return (
    <nav class="pager" aria-label={label}>
      {firstHref && (
        <a class="button button-quiet" href={firstHref}>
          {t('ui.first_page')}
        </a>
      )}
      <span class="soft tabular">{t('ui.shown', { count })}</span>
      {nextHref && (
        <a class="button" href={nextHref} rel="next">
          {t('ui.next_page')}
          <Icon name="next" />
        </a>
      )}
    </nav>
  )
}
