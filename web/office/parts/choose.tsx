import type { ReactNode } from 'react'

interface ChooseProps<Value extends string> {
  id: string
  'aria-describedby'?: string
  value: Value | undefined
  options: readonly { value: Value; words: ReactNode }[]
  /** Stands first while nothing is chosen. */
  prompt?: string
  onPick(value: Value): void
}

/** A short list to choose one from: the browser's own, which every reader and keyboard knows. */
export function Choose<Value extends string>({ value, options, prompt, onPick, ...tied }: ChooseProps<Value>) {
  return (
    <select {...tied} className="input" value={value ?? ''} onChange={({ target }) => onPick(target.value as Value)}>
      {prompt && value === undefined && (
        <option value="" disabled>
          {prompt}
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.words}
        </option>
      ))}
    </select>
  )
}
