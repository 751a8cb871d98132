import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { useSay } from '../app/settings.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNote } from '../parts/states.tsx'
import { useAnswer } from '../parts/use-answer.ts'
import { useSending } from '../parts/use-sending.ts'
import type { Next } from './sign-in-page.tsx'

/** The second half: what one has. A kept code stands in for a lost phone. */
export function CodeStep({ name, onDone, onBack }: { name: string; onDone(next: Next): void; onBack?: () => void }) {
  const say = useSay()
  const [code, setCode] = useState('')
  const [byBackup, setByBackup] = useState(false)
  const { sending, error, send, forget } = useSending()
  function submit(event: FormEvent): void {
    event.preventDefault()
    void send(async () => {
      const body = { code: code.trim() }
      const { next } = await dataOf(
        byBackup ? api.POST('/api/auth/officer/backup-code', { body }) : api.POST('/api/auth/officer/totp', { body }),
      )
      onDone(next)
    })
  }
  return (
    <form className="stack" onSubmit={submit}>
      {error && <ErrorNote error={error} />}
      <Field
        words={say(byBackup ? 'office.backup_code' : 'office.totp_code')}
        hint={say(byBackup ? 'office.backup_hint' : 'office.totp_hint')}
      >
        {(tied) => (
          <Input
            {...tied}
            name="code"
            className="code-input"
            autoComplete="one-time-code"
            inputMode={byBackup ? 'text' : 'numeric'}
            maxLength={byBackup ? 40 : 6}
            autoFocus
            required
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </Field>
      {!byBackup && name && <SandboxCode name={name} onTake={setCode} />}
      <Button type="primary" htmlType="submit" block loading={sending}>
        {say('office.sign_in')}
      </Button>
      <div className="row">
        <button
          type="button"
          className="as-link"
          onClick={() => {
            setByBackup(!byBackup)
            setCode('')
            forget()
          }}
        >
          {say(byBackup ? 'office.use_app' : 'office.use_backup')}
        </button>
        {onBack && (
          <button type="button" className="as-link" onClick={onBack}>
            {say('office.other_name')}
          </button>
        )}
      </div>
    </form>
  )
}

/** In the sandbox a sample officer has no phone: the code is offered here, and says why. */
function SandboxCode({ name, onTake }: { name: string; onTake(code: string): void }) {
  const say = useSay()
  const { data } = useAnswer(
    `sandbox code ${name}`,
    (signal) => dataOf(api.GET('/api/sandbox/totp', { params: { query: { name } }, signal })),
    { every: 10_000 },
  )
  if (!data) return null
  return (
    <div className="notice notice-warn">
      <p>
        {say('office.sandbox_code')} <strong className="tabular">{data.code}</strong>{' '}
        <Button size="small" onClick={() => onTake(data.code)}>
          {say('office.take_code')}
        </Button>
      </p>
    </div>
  )
}
