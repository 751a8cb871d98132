import { useState } from 'preact/hooks'
import { addDays, dayOf } from '../../server/kernel/time.ts'
import { yuan } from '../../server/kernel/yuan.ts'
import { Named } from '../ui/named.tsx'
import { Choice } from './choice.tsx'
import { fenOf, gramsOf, labelOf, piecesOf } from './draft-numbers.ts'
import { langOf, sayCount, sayDate, sayWeight, t } from './say.ts'
import { usePhoto } from './sell-photo.tsx'
import type { StepProps } from './sell-screen.tsx'

/** Last: when it was harvested, and a look at all of it before it goes out. */
export function SellCheck({ draft, change, next, owns }: StepProps) {
  const today = dayOf(new Date())
  const days = [today, addDays(today, -1), addDays(today, -2)]
  const [other, setOther] = useState(!days.includes(draft.harvestedOn))
  const photo = usePhoto(draft.photo)
  const names = ['workbench.today', 'workbench.yesterday', 'workbench.before_yesterday'] as const
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
    >
      <Choice
        legend={t('workbench.harvested')}
        options={[
          ...days.map((day, at) => ({ name: day, text: t(names[at] ?? names[0]), hint: sayDate(day) })),
          { name: 'other', text: t('workbench.other_day') },
        ]}
        chosen={other ? 'other' : draft.harvestedOn}
        choose={(day) => {
          setOther(day === 'other')
          if (day !== 'other') change({ harvestedOn: day })
        }}
      />
      {other && (
        <label class="field">
          <span class="label">{t('workbench.which_day')}</span>
          <input
            class="input"
            type="date"
            required
            max={today}
            min={addDays(today, -730)}
            value={draft.harvestedOn}
            onInput={(event) => event.currentTarget.value && change({ harvestedOn: event.currentTarget.value })}
          />
        </label>
      )}
      <section class="card check">
        {photo && <img class="picture-small" src={photo} alt="" width={400} height={400} />}
        <div>
          <h2 class="serif" lang={langOf(draft.name)}>
            {draft.name}
          </h2>
          <p>
            <Named words={labelOf(gramsOf(draft))} /> <strong class="price">{yuan(fenOf(draft))}</strong>
          </p>
          <p class="soft">
            {t('workbench.so_many', {
              count: sayCount(piecesOf(draft)),
              weight: sayWeight(gramsOf(draft) * piecesOf(draft)),
            })}
          </p>
          {!owns && (
            <p class="soft">
              <Named words={t('workbench.for', { name: draft.merchantName })} />
            </p>
          )}
        </div>
      </section>
      <button class="button button-main wide" type="submit">
        {t(owns ? 'workbench.put_up' : 'workbench.hand_in')}
      </button>
    </form>
  )
}
