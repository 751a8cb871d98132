import type { JSX } from 'preact'
import { Icon, type IconName } from '../icons.tsx'
import { Named } from '../named.tsx'
import type { Say } from '../say.ts'

export interface StepsProps {
  readonly steps: readonly string[]
  /** Which one is under way, from 0. */
  readonly now: number
  readonly label: string
  readonly t: Say
}

/** How far a short job has come: said in words, shown by a tick and a thick line. */
export function Steps({ steps, now, label, t }: StepsProps): JSX.Element {
  return (
    <ol class="steps" aria-label={label}>
      {steps.map((step, i) => (
        <li
          key={step}
          class={i < now ? 'is-done' : i === now ? 'is-now' : undefined}
          aria-current={i === now ? 'step' : undefined}
        >
          <span class="steps-mark">{i < now ? <Icon name="check" label={t('ui.step_done')} /> : i + 1}</span>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  )
}

export interface Moment {
  readonly title: string
  /** As people say it: 11月24日 15:20. */
  readonly when?: string
  /** For machines and on hover. */
  readonly at?: string
  readonly note?: string
  readonly icon?: IconName
  readonly state: 'done' | 'now' | 'later'
}

/** What has happened, what is happening and what comes, in order. */
export function Timeline({ moments, t }: { moments: readonly Moment[]; t: Say }): JSX.Element {
  const said = { done: t('ui.step_done'), now: t('ui.step_now'), later: t('ui.step_later') }
  return (
    <ol class="timeline">
      {moments.map((moment) => (
        <li key={`${moment.title}${moment.at ?? ''}`} class={`is-${moment.state}`}>
          <span class="timeline-mark">
            <Icon name={moment.icon ?? (moment.state === 'done' ? 'check' : 'clock')} label={said[moment.state]} />
          </span>
          <div>
            <p class="timeline-title">{moment.title}</p>
            {moment.when && (
              <time class="soft small tabular" datetime={moment.at} title={moment.at}>
                {moment.when}
              </time>
            )}
            {moment.note && (
              <p class="small">
                <Named words={moment.note} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
