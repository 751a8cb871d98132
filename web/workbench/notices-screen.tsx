import { useState } from 'preact/hooks'
import { Named } from '../ui/named.tsx'
import { ask, type Page } from './api.ts'
import { useLoaded } from './keep.ts'
import { Nothing, Screen, Trouble, Waiting } from './parts.tsx'
import { sayDay, t } from './say.ts'

interface Notice {
  id: string
  text: string
  path: string
  at: string
  read: boolean
}

/** Messages, newest first; opening one marks it as read. */
export function NoticesScreen() {
  const [trouble, setTrouble] = useState<unknown>()
  const notices = useLoaded(() => ask<Page<Notice> & { unread: number }>('GET', '/api/notices?limit=50'), [], 'notices')
  const readAll = () => ask('POST', '/api/notices/read-all').then(notices.again, setTrouble)
  const open = (notice: Notice) => {
    // Going on does not wait for the mark.
    if (!notice.read) ask('POST', `/api/notices/${notice.id}/read`).catch(() => {})
  }
  const items = notices.value?.items ?? []
  return (
    <Screen title={t('workbench.notices')}>
      <Trouble error={notices.error ?? trouble} again={notices.again} />
      {!notices.value && notices.error === undefined && <Waiting />}
      {notices.value && items.length === 0 && <Nothing icon="bell" title={t('workbench.no_notices')} />}
      {(notices.value?.unread ?? 0) > 0 && (
        <button class="button wide" type="button" onClick={readAll}>
          {t('workbench.read_all')}
        </button>
      )}
      <ul class="jobs">
        {items.map((notice) => {
          const Weight = notice.read ? 'span' : 'strong'
          return (
            <li key={notice.id}>
              <a class="job" href={placeOf(notice.path)} onClick={() => open(notice)}>
                <span class="job-words">
                  <Weight>
                    <Named words={notice.text} />
                  </Weight>
                  <span class="soft">{sayDay(notice.at)}</span>
                </span>
                {!notice.read && <span class="count">{t('workbench.new')}</span>}
              </a>
            </li>
          )
        })}
      </ul>
    </Screen>
  )
}

/** Where a message leads inside the workbench; what it does not have, the market has. */
function placeOf(path: string): string {
  const product = /^\/products\/([0-9a-f-]{36})$/.exec(path)
  if (product) return `#product/${product[1]}`
  return path.startsWith('/workbench') ? '#todo' : path || '#notices'
}
