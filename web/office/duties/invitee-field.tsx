import { Input } from 'antd'
import { useSay } from '../app/settings.tsx'
import { Field } from '../parts/field.tsx'

/** Officers are invited by the username they will have, operators by phone. */
export function InviteeField({
  byPhone,
  value,
  onChange,
}: {
  byPhone: boolean
  value: string
  onChange(value: string): void
}) {
  const say = useSay()
  return (
    <Field
      words={say(byPhone ? 'office.phone' : 'office.username')}
      hint={say(byPhone ? 'office.phone_hint' : 'office.username_hint')}
    >
      {(tied) => (
        <Input
          {...tied}
          value={value}
          inputMode={byPhone ? 'tel' : 'text'}
          maxLength={60}
          onChange={({ target }) => onChange(target.value.trim())}
        />
      )}
    </Field>
  )
}
