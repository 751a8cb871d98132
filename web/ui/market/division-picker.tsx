import type { JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { langOf, Reader } from '../named.tsx'
import type { Say } from '../say.ts'

export interface DivisionLevel {
  /** The field's name: province, city, county… */
  readonly name: string
  readonly label: string
  readonly options: readonly { readonly code: string; readonly name: string }[]
  readonly chosen?: string
}

export interface DivisionPickerProps {
  readonly legend: string
  /** The levels known so far: the last one is waiting for a choice. */
  readonly levels: readonly DivisionLevel[]
  /** How many levels there are in all; while some are missing a button asks for the next. */
  readonly depth: number
  /** The button's field: the server answers with the same form and one more level. */
  readonly nextName?: string
  readonly nextAction?: string
  /** Where a script may fetch the children of a division, and the levels it would add. */
  readonly childrenFrom?: string
  readonly later?: readonly { readonly name: string; readonly label: string }[]
  readonly error?: string
  readonly t: Say
}

/** Province, city, county… one select after the other; without script a button fetches the next one. */
export function DivisionPicker(props: DivisionPickerProps): JSX.Element {
  const reader = useContext(Reader)
  const { levels, depth, nextName = 'next_level', t } = props
  const errorId = `${levels[0]?.name ?? 'division'}-error`
  return (
    <fieldset
      class="field division-picker"
      data-children-from={props.childrenFrom}
      data-later={props.later && JSON.stringify(props.later)}
      data-choose={t('ui.choose')}
      aria-describedby={props.error ? errorId : undefined}
    >
      <legend class="label">{props.legend}</legend>
      <div class="division-picker-levels">
        {levels.map((level) => (
          <div key={level.name}>
            <label class="small" for={`division-${level.name}`}>
              {level.label}
            </label>
            <select
              id={`division-${level.name}`}
              class="input"
              name={level.name}
              aria-invalid={props.error && !level.chosen ? 'true' : undefined}
              autocomplete="off"
            >
              <option value="">{t('ui.choose')}</option>
              {level.options.map((option) => (
                <option
                  key={option.code}
                  value={option.code}
                  lang={langOf(option.name, reader)}
                  selected={option.code === level.chosen}
                >
                  {option.name}
                </option>
              ))}
            </select>
          </div>
        ))}
        {levels.length < depth && (
          // With script the next level comes by itself; where the script has not arrived, sending the form asks for it.
          <noscript>
            <button class="button" type="submit" name={nextName} value="1" formaction={props.nextAction} formnovalidate>
              {t('ui.choose_next')}
            </button>
          </noscript>
        )}
      </div>
      {props.error && (
        <p class="wrong" id={errorId}>
          {props.error}
        </p>
      )}
    </fieldset>
  )
}
