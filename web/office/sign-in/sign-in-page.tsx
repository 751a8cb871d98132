import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { api, dataOf } from '../../api/client.ts'
import { useSay } from '../app/settings.tsx'
import { useAnswer } from '../parts/use-answer.ts'
import { CodeStep } from './code-step.tsx'
import { EnrolStep } from './enrol-step.tsx'
import { PasswordStep } from './password-step.tsx'
import { SignInFrame } from './sign-in-frame.tsx'

export type Next = 'done' | 'totp' | 'enrol'

/** Signing in: name and password, then the code of the app; the first time, setting the app up. */
export function Component() {
  const say = useSay()
  const [query] = useSearchParams()
  const [step, setStep] = useState<Exclude<Next, 'done'>>()
  const [given, setGiven] = useState({ name: '', password: '' })
  // Somebody who is signed in but has no second factor yet goes on from there, with the password once more.
  const { data: me } = useAnswer('me', (signal) => dataOf(api.GET('/api/me', { signal })))
  const mustEnrol = me?.account?.mustEnrol === true
  function goOn(next: Next): void {
    // A full load, so that nothing of a person who was here before stays in memory.
    if (next === 'done') location.assign(ownPath(query.get('to')))
    else setStep(next)
  }
  const now = step ?? 'password'
  return (
    <SignInFrame
      title={say(now === 'enrol' ? 'office.enrol_title' : now === 'totp' ? 'office.totp_title' : 'office.sign_in')}
    >
      {now === 'password' && (
        <PasswordStep
          hint={mustEnrol ? say('office.enrol_again') : undefined}
          onDone={(next, entered) => {
            setGiven(entered)
            goOn(next)
          }}
        />
      )}
      {now === 'totp' && <CodeStep name={given.name} onDone={goOn} onBack={() => setStep(undefined)} />}
      {now === 'enrol' && <EnrolStep password={given.password} onDone={goOn} />}
    </SignInFrame>
  )
}

// Only a path of this office: a link may not send a person elsewhere after signing in.
function ownPath(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) ? to : '/'
}
