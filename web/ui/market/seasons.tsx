import type { JSX } from 'preact'
import type { Say } from '../say.ts'

export interface SeasonsProps {
  /** Months 1–12 in which it is sold. */
  readonly months: readonly number[]
  /** The month it is now. */
  readonly now?: number
  readonly t: Say
}

/** Twelve months in a strip: in season is raised, filled and dotted, so it reads without colour and on paper. */
export function Seasons({ months, now, t }: SeasonsProps): JSX.Element {
  const said = months.length === 12 ? t('ui.all_year') : t('ui.season_months')
  return (
    <figure class="seasons">
      <figcaption class="small soft">{said}</figcaption>
      <ol>
        {Array.from({ length: 12 }, (_, i) => i + 1).map((month) => {
          const sold = months.includes(month)
          return (
            <li key={month} class={sold ? 'is-sold' : undefined} aria-current={month === now ? 'date' : undefined}>
              <span class="only-read-aloud">{t(sold ? 'ui.month_in_season' : 'ui.month_off_season', { month })}</span>
              <span aria-hidden="true">{month}</span>
              {month === now && <span class="seasons-now">{t('ui.this_month')}</span>}
            </li>
          )
        })}
      </ol>
    </figure>
  )
}
