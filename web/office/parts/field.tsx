import { type ReactNode, useId } from 'react'

/** A label, its field, and a hint, tied together for those who listen. */
export function Field({
  words,
  hint,
  children,
}: {
  words: string
  hint?: ReactNode
  children: (tied: { id: string; 'aria-describedby'?: string }) => ReactNode
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{words}</label>
      {children({ id, ...(hint ? { 'aria-describedby': `${id}hint` } : {}) })}
      {hint && (
        <p className="hint" id={`${id}hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
