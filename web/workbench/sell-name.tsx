import { useEffect, useState } from 'preact/hooks'
import { guessCategory, useCategories } from './categories.ts'
import { either, langOf, t } from './say.ts'
import type { StepProps } from './sell-screen.tsx'

/** Second: what it is. The kind is guessed from the name; a wrong guess is mended with one choice. */
export function SellName({ draft, change, next }: StepProps) {
  const { groups, leaves } = useCategories()
  const [chosen, setChosen] = useState(
    draft.categoryCode !== '' && draft.categoryCode !== guessCategory(draft.name, leaves),
  )
  useEffect(() => {
    // The categories may come after the name was typed.
    const guess = guessCategory(draft.name, leaves)
    if (!draft.categoryCode && guess) change({ categoryCode: guess })
  }, [leaves.length])
  const named = (name: string) => {
    const guess = chosen ? undefined : guessCategory(name, leaves)
    change({ name, ...(chosen ? {} : { categoryCode: guess ?? '' }) })
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
    >
      <label class="field">
        <span class="label">{t('workbench.name')}</span>
        <input
          class="input input-large"
          value={draft.name}
          lang={langOf(draft.name)}
          maxLength={60}
          autocomplete="off"
          enterkeyhint="next"
          onInput={(event) => named(event.currentTarget.value)}
        />
        <span class="hint">{t('workbench.name_hint')}</span>
      </label>
      <label class="field">
        <span class="label">{t('workbench.category')}</span>
        <select
          class="input"
          value={draft.categoryCode}
          onChange={(event) => {
            setChosen(event.currentTarget.value !== '')
            change({ categoryCode: event.currentTarget.value })
          }}
        >
          <option value="">{t('workbench.choose_category')}</option>
          {groups.map(({ top, leaves: below }) => (
            <optgroup key={top.code} label={either(top.name, top.nameEn)}>
              {below.map((leaf) => (
                <option key={leaf.code} value={leaf.code}>
                  {either(leaf.name, leaf.nameEn)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        {!chosen && draft.categoryCode && <span class="hint">{t('workbench.category_guessed')}</span>}
      </label>
      <button class="button button-main wide" type="submit" disabled={!draft.name.trim() || !draft.categoryCode}>
        {t('workbench.next')}
      </button>
    </form>
  )
}
