import type { JSX } from 'preact'
import { Icon } from '../icons.tsx'
import { Named } from '../named.tsx'
import type { Say } from '../say.ts'

export interface QuantityProps {
  readonly id: string
  readonly value: number
  readonly max: number
  readonly min?: number
  readonly name?: string
  /** In a basket the two buttons send the form; on a product page only a script steps. */
  readonly sends?: boolean
  /** What it counts, read aloud. */
  readonly of?: string
  readonly t: Say
}

/**
 * How many. Without script the field takes a number, and where it sends, the buttons carry `step` -1 or 1.
 * A script finds it by data-quantity.
 */
export function Quantity({ id, value, max, min = 1, name = 'quantity', sends, of, t }: QuantityProps): JSX.Element {
  const label = of ? `${t('ui.quantity')} · ${of}` : t('ui.quantity')
  const step = (by: -1 | 1) => (
    <button
      class={`button quantity-step${sends ? '' : ' needs-script'}`}
      type={sends ? 'submit' : 'button'}
      name={sends ? 'step' : undefined}
      value={sends ? by : undefined}
      data-step={by}
      disabled={by < 0 ? value <= min : value >= max}
      aria-label={t(by < 0 ? 'ui.less' : 'ui.more')}
    >
      <Icon name={by < 0 ? 'minus' : 'plus'} />
    </button>
  )
  return (
    <div class="quantity" data-quantity>
      {step(-1)}
      <label class="only-read-aloud" for={id}>
        <Named words={label} />
      </label>
      <input
        id={id}
        class="input tabular"
        type="number"
        inputMode="numeric"
        name={name}
        value={value}
        min={min}
        max={max}
        required
      />
      {step(1)}
    </div>
  )
}
