import { Button } from 'antd'
import { useSay } from '../app/settings.tsx'
import type { Pages } from './use-pages.ts'

/** Under a list of which there is more. */
export function MoreButton<Item>({ more, busy, items }: Pick<Pages<Item>, 'more' | 'busy' | 'items'>) {
  const say = useSay()
  if (!more) return null
  return (
    <div className="more">
      <Button size="small" loading={busy} onClick={more}>
        {say('office.more', { shown: items?.length ?? 0 })}
      </Button>
    </div>
  )
}
