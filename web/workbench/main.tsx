import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ask, type Me, Refused } from './api.ts'
import { OrderScreen } from './order-screen.tsx'
import { sendWaiting, waiting } from './outbox.ts'
import { t } from './say.ts'
import { SellScreen } from './sell-screen.tsx'
import { SignInScreen } from './sign-in-screen.tsx'
import { StatementScreen } from './statement-screen.tsx'
import { TodoScreen } from './todo-screen.tsx'
import './workbench.css'

/** One thing per screen: which one is in the address after #. */
function Workbench() {
  const [me, setMe] = useState<Me>()
  const [screen, setScreen] = useState(location.hash.slice(1))
  const [kept, setKept] = useState(0)
  const [online, setOnline] = useState(navigator.onLine)

  const refresh = async () => {
    try {
      const found = await ask<Me>('GET', '/api/me')
      setMe(found)
      localStorage.setItem('me', JSON.stringify(found))
    } catch {
      // Without a network the last known duties let the work go on.
      setMe(JSON.parse(localStorage.getItem('me') ?? '{"duties":[]}'))
    }
  }
  const sync = async () => {
    setOnline(navigator.onLine)
    try {
      if (navigator.onLine) await sendWaiting()
    } catch (error) {
      if (error instanceof Refused) console.warn(error.message)
    }
    setKept((await waiting()).length)
  }
  useEffect(() => {
    refresh()
    sync()
    const moved = () => setScreen(location.hash.slice(1))
    addEventListener('hashchange', moved)
    addEventListener('online', sync)
    addEventListener('offline', sync)
    return () => {
      removeEventListener('hashchange', moved)
      removeEventListener('online', sync)
      removeEventListener('offline', sync)
    }
  }, [])

  const band = !online ? t('workbench.offline', { count: kept }) : kept > 0 ? t('workbench.waits', { count: kept }) : ''
  return (
    <>
      <p class="band" role="status" hidden={!band}>
        {band}
      </p>
      <main class="screen">{me && draw(me, screen, refresh, sync)}</main>
    </>
  )
}

function draw(me: Me, screen: string, refresh: () => void, sync: () => Promise<void>) {
  if (!me.account) return <SignInScreen done={refresh} />
  const [name, ...parts] = screen.split('/')
  const storeId = me.duties.find((duty) => duty.storeId)?.storeId
  if (name === 'order' && parts[0] && parts[1]) return <OrderScreen storeId={parts[0]} orderId={parts[1]} />
  if (name === 'sell') return <SellScreen me={me} kept={sync} />
  if (name === 'money' && storeId) return <StatementScreen storeId={storeId} />
  return <TodoScreen me={me} storeId={storeId} signedOut={refresh} />
}

navigator.serviceWorker?.register('/workbench/sw.js').catch(() => {})
render(<Workbench />, document.getElementById('app') as HTMLElement)
