import type { ComponentChildren, InputHTMLAttributes, JSX } from 'preact'
import { Icon } from '../icons.tsx'

export interface FieldRowProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  /** What is wrong and how to mend it. */
  readonly error?: string
  /** Said beside the label: required, optional. */
  readonly remark?: string
}

interface EntryProps extends FieldRowProps {
  readonly name: string
  readonly value?: string | number | undefined
  readonly required?: boolean
  readonly autocomplete?: string
  readonly placeholder?: string
  readonly maxLength?: number
}

export interface InputProps extends EntryProps {
  readonly type?: 'text' | 'tel' | 'email' | 'password' | 'number' | 'date' | 'search' | 'file'
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'tel'
  readonly pattern?: string
  /** What the pattern asks for: the browser says it beside the field. */
  readonly title?: string
  readonly min?: string | number
  readonly max?: string | number
  readonly step?: string | number
  readonly accept?: string
  readonly multiple?: boolean
}

export interface AreaProps extends EntryProps {
  readonly rows?: number
}

type SelectProps = FieldRowProps & {
  name: string
  value?: string
  required?: boolean
  options: readonly { readonly value: string; readonly label: string }[]
}

const described = ({ id, hint, error }: FieldRowProps) => ({
  'aria-describedby': [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? ('true' as const) : undefined,
})

function Row({ id, label, hint, error, remark, children }: FieldRowProps & { children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>
        {label} {remark && <span class="soft small">{remark}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p class="wrong" id={`${id}-error`}>
          <Icon name="warn" />
          {error}
        </p>
      )}
    </div>
  )
}

/** A field with its label above, its hint, and its error told to everyone. */
export function FieldRow({ id, label, hint, error, remark, ...input }: InputProps): JSX.Element {
  const row = { id, label, hint, error, remark }
  return (
    <Row {...row}>
      {/* Preact types an input per type and role; which type it is, only the caller knows. */}
      <input {...({ ...input, id, class: 'input', ...described(row) } as InputHTMLAttributes<HTMLInputElement>)} />
    </Row>
  )
}

/** The same for several lines. */
export function AreaRow({ id, label, hint, error, remark, ...area }: AreaProps): JSX.Element {
  const row = { id, label, hint, error, remark }
  return (
    <Row {...row}>
      <textarea {...area} id={id} class="input" {...described(row)} />
    </Row>
  )
}

/** The same for one of several. */
export function SelectRow({ id, label, hint, error, remark, options, value, ...select }: SelectProps): JSX.Element {
  const row = { id, label, hint, error, remark }
  return (
    <Row {...row}>
      <select {...select} id={id} class="input" {...described(row)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Row>
  )
}
