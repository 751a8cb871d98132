import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../../ui/market/index.ts'

/** The answer to one of a buyer's questions. */
export function Answer(props: { id: string; icon: IconName; title: string; children: ComponentChildren }) {
  return (
    <section class="answer" aria-labelledby={props.id}>
      <h2 id={props.id}>
        <Icon name={props.icon} /> {props.title}
      </h2>
      {props.children}
    </section>
  )
}
