import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Reader } from '../ui/named.tsx'
import { ask, type Me, NoAnswer } from './api.ts'
import { applyAppearance } from './appearance.ts'
import { Band } from './band.tsx'
import { bringAlong } from './bring-along.ts'
import { prepareInstall } from './install.ts'
import { forgetAll, keepValue, kept } from './keep.ts'
import { startSending, stopSending } from './outbox.ts'
import { Trouble, Waiting } from './parts.tsx'
import { language } from './say.ts'
import { drawScreen } from './screens.tsx'
import { SignInScreen } from './sign-in-screen.tsx'
import './workbench.css'
import './print.css'

/** One thing per screen: which one is in the address after #. */
function Workbench() {
  const [me, setMe] = useState<Me>()
  const [trouble, setTrouble] = useState<unknown>()
  const [screen, setScreen] = useState(location.hash.slice(1))

  const refresh = async () => {
    setTrouble(undefined)
    try {
      const found = await ask<Me>('GET', '/api/me')
      if (found.account) keepValue('me', found)
      else forgetAll()
      setMe(found)
    } catch (error) {
      // Without a network the last known duties let the work go on.
      const known = kept<Me>('me')
      if (known && error instanceof NoAnswer) setMe(known)
      else setTrouble(error)
    }
  }
  useEffect(() => {
    refresh()
    const moved = () => setScreen(location.hash.slice(1))
    addEventListener('hashchange', moved)
    return () => removeEventListener('hashchange', moved)
  }, [])
  const accountId = me?.account?.id
  useEffect(() => {
    if (!me?.account) return
    bringAlong({ ...me, account: me.account })
    startSending(me.account.id)
    return stopSending
  }, [accountId])

  return (
    <>
      <Band accountId={accountId} />
      {trouble !== undefined && (
        <main class="screen screen-narrow">
          <Trouble error={trouble} again={refresh} />
        </main>
      )}
      {!me && trouble === undefined && (
        <main class="screen screen-narrow">
          <Waiting />
        </main>
      )}
      {me && !me.account && <SignInScreen done={refresh} />}
      {me?.account && drawScreen({ ...me, account: me.account }, screen, refresh)}
    </>
  )
}

applyAppearance()
prepareInstall()
render(
  <Reader.Provider value={language}>
    <Workbench />
  </Reader.Provider>,
  document.getElementById('app') as HTMLElement,
)
