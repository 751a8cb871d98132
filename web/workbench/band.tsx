import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../ui/icons.tsx'
import { sendWaiting, useQueue } from './outbox.ts'
import { langOf, t } from './say.ts'

const namesAtMost = 2

/** Says plainly when there is no network and what waits to be sent. It never stands in the way. */
export function Band({ accountId }: { accountId: string | undefined }) {
  const [online, setOnline] = useState(navigator.onLine)
  const waiting = useQueue(accountId).filter((ready) => !ready.refusal)
  const count = waiting.length
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  if (online && count === 0) return <div role="status" class="band-place" />
  const words = online
    ? t('workbench.waits', { count })
    : count > 0
      ? t('workbench.offline', { count })
      : t('workbench.offline_nothing')
  return (
    <div role="status" class="band-place">
      <p class="band">
        <Icon name={online ? 'clock' : 'offline'} />
        <span>
          {words}
          {waiting.slice(0, namesAtMost).map(({ key, name }) => (
            <small key={key} lang={langOf(name)}>
              {name}
            </small>
          ))}
          {count > namesAtMost && <small>…</small>}
        </span>
        {online && (
          <button class="band-button" type="button" onClick={sendWaiting}>
            {t('workbench.send_now')}
          </button>
        )}
      </p>
    </div>
  )
}
