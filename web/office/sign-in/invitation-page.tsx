import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useParams } from 'react-router'
import { api, dataOf } from '../../api/client.ts'
import { useSettings } from '../app/settings.tsx'
import { Field } from '../parts/field.tsx'
import { fullTime } from '../parts/format.ts'
import { PlaceName } from '../parts/place-name.tsx'
import { ErrorNote, Loading } from '../parts/states.tsx'
import { useAnswer } from '../parts/use-answer.ts'
import { useSending } from '../parts/use-sending.ts'
import { paths } from '../paths.ts'
import { EnrolStep } from './enrol-step.tsx'
import { SignInFrame } from './sign-in-frame.tsx'

/** What an invited person sees first: what is offered, by when, and where to accept. */
export function Component() {
  const { say, language } = useSettings()
  const { token = '' } = useParams()
  const [entered, setEntered] = useState({ name: '', password: '' })
  const [enrolling, setEnrolling] = useState(false)
  const { sending, error: refused, send } = useSending()
  const { data, error } = useAnswer(`invitation ${token}`, (signal) =>
    dataOf(api.GET('/api/invitations/{token}', { params: { path: { token } }, signal })),
  )
  function accept(event: FormEvent): void {
    event.preventDefault()
    void send(async () => {
      const body = {
        ...(entered.name && { name: entered.name }),
        ...(entered.password && { password: entered.password }),
      }
      const { next } = await dataOf(api.POST('/api/invitations/{token}/accept', { params: { path: { token } }, body }))
      if (next === 'enrol') setEnrolling(true)
      else location.assign(next === 'totp' ? paths.signIn : paths.home)
    })
  }
  if (enrolling) {
    return (
      <SignInFrame title={say('office.enrol_title')}>
        <EnrolStep password={entered.password} onDone={() => location.assign(paths.home)} />
      </SignInFrame>
    )
  }
  return (
    <SignInFrame title={say('office.invited_title')}>
      {error && <ErrorNote error={error} />}
      {!data && !error && <Loading rows={3} />}
      {data && (
        <form className="stack" onSubmit={accept}>
          <p>
            {data.role
              ? say(`accounts.role.${data.role}`)
              : say(data.resets ? 'office.resets_access' : 'office.whole_office')}
            {data.divisionCode && (
              <>
                {' '}
                · <PlaceName plain code={data.divisionCode} />
              </>
            )}
          </p>
          <p className="soft small">{say('office.invited_until', { time: fullTime(data.expiresAt, language) })}</p>
          {refused && <ErrorNote error={refused} keptWords={say('office.kept_input')} />}
          {data.by === 'username' ? (
            <>
              <p>{say('office.invited_username', { name: data.username ?? '' })}</p>
              {!data.resets && (
                <Field words={say('office.shown_name')}>
                  {(tied) => (
                    <Input
                      {...tied}
                      autoComplete="name"
                      maxLength={40}
                      value={entered.name}
                      onChange={({ target }) => setEntered({ ...entered, name: target.value })}
                    />
                  )}
                </Field>
              )}
              <Field words={say('office.new_password')} hint={say('office.password_rule')}>
                {(tied) => (
                  <Input.Password
                    {...tied}
                    autoComplete="new-password"
                    minLength={10}
                    maxLength={128}
                    value={entered.password}
                    onChange={({ target }) => setEntered({ ...entered, password: target.value })}
                  />
                )}
              </Field>
            </>
          ) : (
            <p>{say('office.invited_phone')}</p>
          )}
          {data.by === 'username' ? (
            <Button type="primary" htmlType="submit" block loading={sending}>
              {say('office.accept')}
            </Button>
          ) : (
            <Button type="primary" block href={data.acceptAt}>
              {say('office.to_workbench')}
            </Button>
          )}
        </form>
      )}
    </SignInFrame>
  )
}
