import { Icon } from '../ui/icons.tsx'
import { t } from './say.ts'
import { type Typing, tidied, typed } from './typing.ts'

/** Large keys of our own: no switching of keyboards, no small targets. */
export function Keypad({ press, corner }: { press: (key: string) => void; corner?: { text: string; label?: string } }) {
  const key = (name: string, label?: string) => (
    <button
      key={name}
      class="key"
      type="button"
      onClick={() => press(name)}
      {...(label ? { 'aria-label': label } : {})}
    >
      {name}
    </button>
  )
  return (
    <fieldset class="keypad">
      <legend class="only-read-aloud">{t('workbench.keypad')}</legend>
      {[...'123456789'].map((digit) => key(digit))}
      {corner ? key(corner.text, corner.label) : <span />}
      {key('0')}
      <button class="key" type="button" onClick={() => press('back')}>
        <Icon name="erase" label={t('workbench.erase')} />
      </button>
    </fieldset>
  )
}

export interface NumberFieldProps {
  label: string
  value: string
  typing: Typing
  change: (value: string) => void
  unit?: string
  hint?: string
  active?: boolean
  chosen?: () => void
  autocomplete?: 'tel-national' | 'one-time-code'
}

/** A number as it is being typed, large. The phone's own keyboard stays away; a real one works. */
export function NumberField({
  label,
  value,
  typing,
  change,
  unit,
  hint,
  active,
  chosen,
  autocomplete,
}: NumberFieldProps) {
  return (
    <label class={active === false ? 'number' : 'number number-active'}>
      <span class="number-label">{label}</span>
      <span class="number-value">
        <input
          inputMode="none"
          autocomplete={autocomplete ?? 'off'}
          value={value}
          onFocus={chosen}
          onInput={(event) => {
            const tidy = tidied(event.currentTarget.value, typing)
            event.currentTarget.value = tidy
            change(tidy)
          }}
        />
        {unit && <span class="number-unit">{unit}</span>}
      </span>
      {hint && <span class="number-hint">{hint}</span>}
    </label>
  )
}

/** One number and its pad. */
export function NumberEntry({ typing, ...field }: Omit<NumberFieldProps, 'active' | 'chosen'>) {
  return (
    <>
      <NumberField {...field} typing={typing} />
      <Keypad
        press={(key) => field.change(typed(field.value, key, typing))}
        {...(typing.decimals ? { corner: { text: '.', label: t('workbench.point') } } : {})}
      />
    </>
  )
}
