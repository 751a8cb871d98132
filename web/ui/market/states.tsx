import type { ComponentChildren, JSX } from 'preact'
import { Icon, type IconName } from '../icons.tsx'
import { Named } from '../named.tsx'
import type { Say } from '../say.ts'

export interface Action {
  readonly label: string
  readonly href: string
}

/** Something to know: plain, a caution, or an alarm. */
export function Notice(props: {
  tone?: 'plain' | 'warn' | 'alarm'
  title?: string
  icon?: IconName
  children?: ComponentChildren
}): JSX.Element {
  const tone = props.tone ?? 'plain'
  return (
    <div class={`notice${tone === 'plain' ? '' : ` notice-${tone}`}`} role={tone === 'alarm' ? 'alert' : 'note'}>
      <Icon name={props.icon ?? (tone === 'plain' ? 'info' : 'warn')} />
      <div>
        {props.title && (
          <strong>
            <Named words={props.title} />
          </strong>
        )}
        {props.children}
      </div>
    </div>
  )
}

/** Nothing here yet: says why, and where to go instead. */
export function EmptyState(props: {
  title: string
  /** Where it is all there is on a page, its title is the page's heading. */
  heading?: boolean
  children?: ComponentChildren
  action?: Action | undefined
}): JSX.Element {
  const Title = props.heading ? 'h1' : 'p'
  return (
    <div class="empty-state">
      <svg viewBox="0 0 160 96" width="160" height="96" aria-hidden="true" class="empty-state-picture">
        <path class="empty-hill" d="M4 78q32-30 58-12q20-34 50-8q22-14 44 20z" />
        <path class="empty-line" d="M4 78q78-5 152 0M18 86h44M84 88h56M104 70v-15l12-10 12 10v15M112 70v-8h8v8" />
        <path class="empty-line" d="M44 66q-3-18 6-26M50 40q10-6 18 2q-10 6-18-2M49 46q-12-4-17 4q10 4 17-4" />
      </svg>
      <Title class="empty-state-title">
        <Named words={props.title} />
      </Title>
      {props.children && <div class="soft">{props.children}</div>}
      {props.action && (
        <a class="button" href={props.action.href}>
          {props.action.label}
        </a>
      )}
    </div>
  )
}

export interface ErrorStateProps {
  /** What happened. */
  readonly title: string
  /** What was kept. */
  readonly kept?: string
  /** What to do now. */
  readonly actions?: readonly Action[]
  /** A number the reader can give to a person who helps. */
  readonly reference?: string
  readonly t: Say
}

/** An error in three answers: what happened, what was kept, what to do now. */
export function ErrorState({ title, kept, actions = [], reference, t }: ErrorStateProps): JSX.Element {
  return (
    <section class="error-state" role="alert">
      <h1>
        <Icon name="warn" /> <Named words={title} />
      </h1>
      {kept && (
        <p>
          <strong>{t('ui.error_kept')}</strong> {kept}
        </p>
      )}
      {actions.length > 0 && (
        <div>
          <strong>{t('ui.error_next')}</strong>
          <p class="row">
            {actions.map((action, i) => (
              <a key={action.href} class={`button${i === 0 ? ' button-main' : ''}`} href={action.href}>
                {action.label}
              </a>
            ))}
          </p>
        </div>
      )}
      {reference && <p class="soft small tabular">{reference}</p>}
    </section>
  )
}
