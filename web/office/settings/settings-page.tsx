import { Segmented, Switch } from 'antd'
import type { ReactNode } from 'react'
import { useMe } from '../app/me.tsx'
import { useSettings } from '../app/settings.tsx'
import { PlaceName } from '../parts/place-name.tsx'

/** What a person chooses for this browser, and what they are entrusted with. */
export function Component() {
  const { say, language, large, theme, choose } = useSettings()
  const me = useMe()
  return (
    <>
      <div className="page-head">
        <h1>{say('office.settings_title')}</h1>
      </div>
      <p className="soft lead">{say('office.settings_lead')}</p>
      <div className="choices panel">
        <Choice words={say('office.language')}>
          <Segmented
            name="language"
            aria-label={say('office.language')}
            value={language}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(next) => choose({ language: next as 'zh' | 'en' })}
          />
        </Choice>
        <Choice words={say('office.large')} hint={say('office.large_hint')}>
          <Switch checked={large} aria-label={say('office.large')} onChange={(next) => choose({ large: next })} />
        </Choice>
        <Choice words={say('office.dark')} hint={say('office.dark_hint')}>
          <Switch
            checked={theme === 'dark'}
            aria-label={say('office.dark')}
            onChange={(next) => choose({ theme: next ? 'dark' : 'light' })}
          />
        </Choice>
      </div>
      <section className="panel">
        <h2>{say('office.my_duties')}</h2>
        <ul className="my-duties">
          {me.duties.map((duty) => (
            <li key={`${duty.role} ${duty.divisionCode ?? duty.storeId ?? duty.merchantId}`}>
              {say(`accounts.role.${duty.role}`)} ·{' '}
              {duty.divisionCode ? <PlaceName code={duty.divisionCode} /> : say('office.own_business')}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Choice({ words, hint, children }: { words: string; hint?: string; children: ReactNode }) {
  return (
    <div className="choice-row">
      <div>
        <strong>{words}</strong>
        {hint && <p className="soft small">{hint}</p>}
      </div>
      {children}
    </div>
  )
}
