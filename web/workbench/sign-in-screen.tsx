import { useState } from 'preact/hooks'
import { ask } from './api.ts'
import { t } from './say.ts'

/** Phone, then code. The sandbox shows the code instead of sending it. */
export function SignInScreen({ done }: { done: () => void }) {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState(false)
  const [note, setNote] = useState('')

  const attempt = (work: () => Promise<void>) => (event: Event) => {
    event.preventDefault()
    work().catch((error: Error) => setNote(error.message))
  }
  const send = attempt(async () => {
    await ask('POST', '/api/auth/phone/code', { phone })
    setSent(true)
    const texts = await ask<{ text: string }[]>('GET', `/api/sandbox/sms?phone=${phone}`).catch(() => [])
    setNote(texts[0] ? t('workbench.sandbox_code', { text: texts[0].text }) : '')
  })
  const verify = attempt(async () => {
    await ask('POST', '/api/auth/phone/verify', { phone, code })
    done()
  })

  return (
    <form onSubmit={sent ? verify : send}>
      <h1>{t('workbench.title')}</h1>
      <label>
        {t('workbench.phone')}
        <input
          class="input"
          inputMode="tel"
          autocomplete="tel"
          value={phone}
          onInput={(event) => setPhone(event.currentTarget.value)}
          required
        />
      </label>
      {sent && (
        <label>
          {t('workbench.code')}
          <input
            class="input"
            inputMode="numeric"
            autocomplete="one-time-code"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
            required
          />
        </label>
      )}
      <button class="button button-main wide" type="submit">
        {t(sent ? 'workbench.sign_in' : 'workbench.send_code')}
      </button>
      <p role="status">{note}</p>
    </form>
  )
}
