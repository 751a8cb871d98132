import { useEffect, useRef, useState } from 'preact/hooks'
import { ask } from './api.ts'
import { NumberEntry } from './keypad.tsx'
import { Screen, Trouble } from './parts.tsx'
import { chooseLanguage, language, t } from './say.ts'

const waitSeconds = 60

/** Phone, then code. The sandbox shows the code instead of sending it. */
export function SignInScreen({ done }: { done: () => void }) {
  const [phone, setPhone] = useState('')
  const [sent, setSent] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const send = async (event?: Event) => {
    event?.preventDefault()
    setBusy(true)
    setTrouble(undefined)
    try {
      await ask('POST', '/api/auth/phone/code', { phone })
      setSent(true)
    } catch (error) {
      setTrouble(error)
    }
    setBusy(false)
  }
  if (sent) return <CodeScreen phone={phone} done={done} back={() => setSent(false)} />
  return (
    <Screen title={t('workbench.title')} back={null}>
      <p class="lead">{t('workbench.welcome')}</p>
      <form class="stack" onSubmit={send}>
        <NumberEntry
          label={t('workbench.phone')}
          value={phone}
          typing={{ most: 11, code: true }}
          change={setPhone}
          autocomplete="tel-national"
        />
        <button class="button button-main wide" type="submit" disabled={busy || phone.length !== 11}>
          {t('workbench.send_code')}
        </button>
      </form>
      <Trouble error={trouble} />
      <button
        class="button button-quiet wide"
        type="button"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {language === 'zh' ? 'English' : '中文'}
      </button>
    </Screen>
  )
}

function CodeScreen({ phone, done, back }: { phone: string; done: () => void; back: () => void }) {
  const [code, setCode] = useState('')
  const [shown, setShown] = useState<string>()
  const [trouble, setTrouble] = useState<unknown>()
  const [left, setLeft] = useState(waitSeconds)
  const tried = useRef('')

  const readSandbox = () =>
    ask<{ text: string }[]>('GET', `/api/sandbox/sms?phone=${phone}`).then(
      ([text]) => setShown(/\d{6}/.exec(text?.text ?? '')?.[0]),
      () => {
        // A real text comes to the phone; nothing stands here.
      },
    )
  useEffect(() => {
    readSandbox()
    const clock = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000)
    return () => clearInterval(clock)
  }, [])
  const verify = async () => {
    tried.current = code
    setTrouble(undefined)
    try {
      await ask('POST', '/api/auth/phone/verify', { phone, code })
      done()
    } catch (error) {
      setTrouble(error)
      setCode('')
    }
  }
  useEffect(() => {
    // The sixth digit is the tap on "sign in".
    if (code.length === 6 && tried.current !== code) verify()
  }, [code])
  const again = async () => {
    setLeft(waitSeconds)
    setTrouble(undefined)
    await ask('POST', '/api/auth/phone/code', { phone }).then(readSandbox, setTrouble)
  }
  return (
    <Screen title={t('workbench.enter_code')} back={back}>
      <p class="lead">
        {t('workbench.code_sent', { phone: `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` })}
      </p>
      {shown && (
        <p class="notice">
          <span>{t('workbench.sandbox_code', { code: shown })}</span>
          <button class="button" type="button" onClick={() => setCode(shown)}>
            {t('workbench.fill_in')}
          </button>
        </p>
      )}
      <Trouble error={trouble} />
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault()
          verify()
        }}
      >
        <NumberEntry
          label={t('workbench.code')}
          value={code}
          typing={{ most: 6, code: true }}
          change={setCode}
          autocomplete="one-time-code"
        />
        <button class="button button-main wide" type="submit" disabled={code.length !== 6}>
          {t('workbench.sign_in')}
        </button>
      </form>
      <button class="button button-quiet wide" type="button" disabled={left > 0} onClick={again}>
        {left > 0 ? t('workbench.resend_in', { seconds: left }) : t('workbench.resend')}
      </button>
    </Screen>
  )
}
