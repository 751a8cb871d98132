import { useState } from 'preact/hooks'
import { yuan } from '../../server/kernel/yuan.ts'
import { fenOf, gramsOf, wrongNumber } from './draft-numbers.ts'
import { Keypad, NumberField } from './keypad.tsx'
import { t } from './say.ts'
import type { StepProps } from './sell-screen.tsx'
import { type Typing, typed } from './typing.ts'

const fields = [
  { name: 'weight', most: 4, decimals: 2 },
  { name: 'price', most: 6, decimals: 2 },
  { name: 'pieces', most: 6 },
] as const satisfies readonly ({ name: string } & Typing)[]
type Field = (typeof fields)[number]

/** Third: how heavy, how much, how many. One pad serves all three; the main button leads from one to the next. */
export function SellNumbers({ draft, change, next }: StepProps) {
  const firstEmpty = fields.find(({ name }) => !draft[name]) ?? fields[0]
  const [active, setActive] = useState<Field>(firstEmpty)
  const [wrong, setWrong] = useState<string>()
  const go = (event: Event) => {
    event.preventDefault()
    const missing = wrongNumber(draft)
    if (!missing) return next()
    // Nothing is wrong yet with a number whose turn comes next.
    setWrong(missing === active.name || draft[missing] ? missing : undefined)
    setActive(fields.find(({ name }) => name === missing) ?? fields[0])
  }
  const press = (key: string) => {
    setWrong(undefined)
    change({ [active.name]: typed(draft[active.name], key, active) })
  }
  const grams = gramsOf(draft)
  const hints: Record<Field['name'], string> = {
    weight: grams > 0 ? t('workbench.is_grams', { count: grams }) : '',
    price:
      grams > 0 && fenOf(draft) > 0
        ? t('workbench.is_per_jin', { price: yuan(Math.round((fenOf(draft) * 500) / grams)) })
        : '',
    pieces: '',
  }
  return (
    <form class="stack" onSubmit={go}>
      <div class="numbers">
        {fields.map((field) => (
          <NumberField
            key={field.name}
            label={t(`workbench.${field.name}`)}
            unit={t(`workbench.${field.name}_unit`)}
            value={draft[field.name]}
            typing={field}
            change={(value) => {
              setWrong(undefined)
              change({ [field.name]: value })
            }}
            active={active.name === field.name}
            chosen={() => setActive(field)}
            hint={wrong === field.name ? t(`workbench.${field.name}_wrong`) : hints[field.name]}
          />
        ))}
      </div>
      <Keypad press={press} {...('decimals' in active ? { corner: { text: '.', label: t('workbench.point') } } : {})} />
      <button class="button button-main wide" type="submit">
        {t(
          wrongNumber({ ...draft, [active.name]: draft[active.name] || '1' })
            ? 'workbench.next_number'
            : 'workbench.next',
        )}
      </button>
    </form>
  )
}
