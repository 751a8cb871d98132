import type { ComponentChildren, JSX } from 'preact'
import { Icon, type IconName } from '../icons.tsx'
import type { Say } from '../say.ts'

export type BadgeTone = 'leaf' | 'straw' | 'alarm' | 'plain'

/** One short mark: certified, in season, sold out. */
export function Badge(props: { tone?: BadgeTone; icon?: IconName; children: ComponentChildren }): JSX.Element {
  const tone = props.tone && props.tone !== 'leaf' ? ` badge-${props.tone}` : ''
  return (
    <span class={`badge${tone}`}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </span>
  )
}

/** Says that what it stands beside is sample data. */
export function SampleMark({ t }: { t: Say }): JSX.Element {
  return <span class="sample-mark">{t('ui.sample_data')}</span>
}
