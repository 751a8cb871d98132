import { Button, Input, QRCode } from 'antd'
import { type FormEvent, useState } from 'react'
import { api, dataOf } from '../../api/client.ts'
import { useSay } from '../app/settings.tsx'
import { Field } from '../parts/field.tsx'
import { ErrorNote } from '../parts/states.tsx'
import { useSending } from '../parts/use-sending.ts'
import { CodeStep } from './code-step.tsx'
import type { Next } from './sign-in-page.tsx'

/** The first time: the app learns the secret, kept codes are written down, and the app's first code proves it. */
export function EnrolStep({ password, onDone }: { password: string; onDone(next: Next): void }) {
  const say = useSay()
  const [entered, setEntered] = useState(password)
  const [enrolled, setEnrolled] = useState<{ uri: string; backupCodes: string[] }>()
  const { sending, error, send } = useSending()
  function submit(event: FormEvent): void {
    event.preventDefault()
    void send(async () =>
      setEnrolled(await dataOf(api.POST('/api/auth/officer/enrol', { body: { password: entered } }))),
    )
  }
  if (!enrolled) {
    return (
      <form className="stack" onSubmit={submit}>
        <p>{say('office.enrol_why')}</p>
        {error && <ErrorNote error={error} />}
        {!password && (
          <Field words={say('office.password')}>
            {(tied) => (
              <Input.Password
                {...tied}
                autoComplete="current-password"
                required
                value={entered}
                onChange={({ target }) => setEntered(target.value)}
              />
            )}
          </Field>
        )}
        <Button type="primary" htmlType="submit" block loading={sending}>
          {say('office.enrol_start')}
        </Button>
      </form>
    )
  }
  const secret = new URL(enrolled.uri).searchParams.get('secret') ?? ''
  return (
    <div className="stack">
      <p>{say('office.enrol_scan')}</p>
      <div className="enrol-code" role="img" aria-label={say('office.enrol_qr')}>
        <QRCode value={enrolled.uri} type="svg" size={200} bordered={false} color="#000000" bgColor="#ffffff" />
      </div>
      <p className="small">
        {say('office.enrol_by_hand')} <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <details>
        <summary>{say('office.backup_codes')}</summary>
        <p className="soft small">{say('office.backup_codes_hint')}</p>
        <ul className="backup-codes">
          {enrolled.backupCodes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </details>
      <CodeStep name="" onDone={onDone} />
    </div>
  )
}
