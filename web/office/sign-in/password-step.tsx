import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { useSay } from '../app/settings.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNote } from '../parts/states.tsx'
import { useSending } from '../parts/use-sending.ts'
import type { Next } from './sign-in-page.tsx'

interface Entered {
  name: string
  password: string
}

/** The first half: who one is. */
export function PasswordStep({
  hint,
  onDone,
}: {
  hint: string | undefined
  onDone(next: Next, entered: Entered): void
}) {
  const say = useSay()
  const [entered, setEntered] = useState<Entered>({ name: '', password: '' })
  const { sending, error, send } = useSending()
  function submit(event: FormEvent): void {
    event.preventDefault()
    void send(async () => {
      const { next } = await dataOf(api.POST('/api/auth/officer/sign-in', { body: entered }))
      onDone(next, entered)
    })
  }
  return (
    <form className="stack" onSubmit={submit}>
      {hint && <p>{hint}</p>}
      {error && <ErrorNote error={error} />}
      <Field words={say('office.name')}>
        {(tied) => (
          <Input
            {...tied}
            name="username"
            autoComplete="username"
            autoFocus
            required
            value={entered.name}
            onChange={({ target }) => setEntered({ ...entered, name: target.value })}
          />
        )}
      </Field>
      <Field words={say('office.password')}>
        {(tied) => (
          <Input.Password
            {...tied}
            name="password"
            autoComplete="current-password"
            required
            value={entered.password}
            onChange={({ target }) => setEntered({ ...entered, password: target.value })}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" block loading={sending}>
        {say('office.go_on')}
      </Button>
      <p className="soft small">{say('office.sign_in_hint')}</p>
    </form>
  )
}
