import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon, type IconName } from '../ui/icons.tsx'
import { NoAnswer } from './api.ts'
import { t } from './say.ts'

/** One screen: a way back, its name, and what it asks. */
export function Screen({
  title,
  back = '#todo',
  narrow = true,
  children,
}: {
  title: string
  back?: string | (() => void) | null
  narrow?: boolean
  children: ComponentChildren
}) {
  const head = useRef<HTMLHeadingElement>(null)
  // Before anything is painted: later, on a slow phone, it would take the focus from whoever has already moved on.
  useLayoutEffect(() => {
    document.title = `${title} · ${t('workbench.title')}`
    scrollTo(0, 0)
    // A reader who listens hears where they are.
    head.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <>
      <header class={narrow ? 'bar bar-narrow' : 'bar'}>
        {typeof back === 'string' && (
          <a class="bar-button" href={back}>
            <Icon name="back" label={t('workbench.back')} />
          </a>
        )}
        {typeof back === 'function' && (
          <button class="bar-button" type="button" onClick={back}>
            <Icon name="back" label={t('workbench.back')} />
          </button>
        )}
        <h1 ref={head} tabIndex={-1}>
          {title}
        </h1>
        <ReadAloud />
      </header>
      <main class={narrow ? 'screen screen-narrow' : 'screen'}>{children}</main>
    </>
  )
}

/** Says the screen aloud, for who left the glasses at home. */
function ReadAloud() {
  if (!('speechSynthesis' in window)) return null
  const read = () => {
    if (speechSynthesis.speaking) return speechSynthesis.cancel()
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read, and lines are pauses.
    const lines = [...document.querySelectorAll<HTMLElement>('h1, main')].map((part) => part.innerText)
    const speech = new SpeechSynthesisUtterance(lines.join('。').slice(0, 600))
    speech.lang = document.documentElement.lang
    speechSynthesis.speak(speech)
  }
  return (
    <button class="bar-button" type="button" onClick={read}>
      <Icon name="speak" label={t('workbench.read_aloud')} />
    </button>
  )
}

/** A trouble in three answers: what happened, what was kept, what to do now. */
export function Trouble({ error, kept, again }: { error: unknown; kept?: string; again?: () => void }) {
  if (error === undefined) return null
  const away = error instanceof NoAnswer
  return (
    <div class={`trouble ${away ? 'trouble-away' : ''}`} role="alert">
      <Icon name={away ? 'offline' : 'warn'} />
      <div>
        <strong>{error instanceof Error ? error.message : String(error)}</strong>
        {kept && <p>{kept}</p>}
        {away && !kept && <p>{t('workbench.try_later')}</p>}
        {again && (
          <button class="button" type="button" onClick={again}>
            {t('workbench.again')}
          </button>
        )}
      </div>
    </div>
  )
}

/** The shape of what comes, while it is on its way. */
export function Waiting() {
  return (
    <div class="waiting" role="status">
      <span class="only-read-aloud">{t('workbench.reading')}</span>
      <span class="waiting-line" />
      <span class="waiting-line" />
      <span class="waiting-line" />
    </div>
  )
}

/** Nothing here: says so kindly, and what to do instead. */
export function Nothing({
  icon = 'leaf',
  title,
  children,
}: {
  icon?: IconName
  title: string
  children?: ComponentChildren
}) {
  return (
    <div class="nothing">
      <Icon name={icon} />
      <p class="nothing-title">{title}</p>
      {children}
    </div>
  )
}

/** A deed is done. */
export function Done({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="done" role="status">
      <Icon name="check" />
      <p class="done-title">{title}</p>
      {children}
    </div>
  )
}

/** Marks what is not real. */
export function SampleMark({ shown }: { shown: boolean | undefined }) {
  return shown ? <span class="sample-mark">{t('kernel.sample')}</span> : null
}
