import { useState } from 'preact/hooks'
import { Icon } from '../ui/icons.tsx'
import { ask, NoAnswer } from './api.ts'
import { chooseType, isLarge } from './appearance.ts'
import { Choice } from './choice.tsx'
import { install, installable } from './install.ts'
import { forgetAll } from './keep.ts'
import { useQueue } from './outbox.ts'
import { SampleMark, Screen, Trouble } from './parts.tsx'
import { chooseLanguage, langOf, language, t } from './say.ts'
import type { Person } from './screens.tsx'
import { ownStores } from './staff-screen.tsx'

/** How the workbench looks, and the way out. */
export function SettingsScreen({ me, signedOut }: { me: Person; signedOut: () => void }) {
  const [large, setLarge] = useState(isLarge())
  const [trouble, setTrouble] = useState<unknown>()
  const [sure, setSure] = useState(false)
  const queue = useQueue(me.account.id)
  const signOut = async () => {
    if (queue.length > 0 && !sure) return setSure(true)
    try {
      await ask('POST', '/api/auth/sign-out')
      forgetAll()
      location.hash = ''
      signedOut()
    } catch (error) {
      setTrouble(error instanceof NoAnswer ? new Error(t('workbench.sign_out_needs_network')) : error)
    }
  }
  return (
    <Screen title={t('workbench.settings')}>
      <p class="lead">
        <span lang={langOf(me.account.name)}>{me.account.name}</span> {me.account.phone}{' '}
        <SampleMark shown={me.account.isSample} />
      </p>
      {ownStores(me).length > 0 && (
        <a class="button wide" href="#staff">
          <Icon name="person" /> {t('workbench.staff')}
        </a>
      )}
      <Choice
        legend={t('workbench.type_size')}
        options={[
          { name: 'large', text: t('workbench.type_large') },
          { name: 'plain', text: t('workbench.type_plain') },
        ]}
        chosen={large ? 'large' : 'plain'}
        choose={(size) => {
          setLarge(size === 'large')
          chooseType(size === 'large')
        }}
      />
      <Choice
        legend={t('workbench.language')}
        options={[
          { name: 'zh', text: <span lang="zh-CN">中文</span> },
          { name: 'en', text: <span lang="en">English</span> },
        ]}
        chosen={language}
        choose={chooseLanguage}
      />
      {installable() && (
        <button class="button wide" type="button" onClick={install}>
          {t('workbench.install')}
        </button>
      )}
      <Trouble error={trouble} />
      {sure && <p role="alert">{t('workbench.sign_out_waits', { count: queue.length })}</p>}
      <button class="button wide" type="button" onClick={signOut}>
        {t(sure ? 'workbench.sign_out_sure' : 'workbench.sign_out')}
      </button>
    </Screen>
  )
}
