import type { ComponentChildren } from 'preact'

/** A few answers to one question, each a large thing to press. */
export function Choice<Name extends string>({
  legend,
  options,
  chosen,
  choose,
  stacked = false,
}: {
  legend: string
  options: readonly { name: Name; text: ComponentChildren; hint?: string }[]
  chosen: Name | undefined
  choose: (name: Name) => void
  stacked?: boolean
}) {
  return (
    <fieldset class={stacked ? 'chips chips-stacked' : 'chips'}>
      <legend class="label">{legend}</legend>
      {options.map(({ name, text, hint }) => (
        <label key={name} class="chip">
          <input type="radio" name={legend} checked={chosen === name} onChange={() => choose(name)} />
          <span>
            {text}
            {hint && <small>{hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
