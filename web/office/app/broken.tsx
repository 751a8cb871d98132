import { Button } from 'antd'
import { Nothing } from '../parts/states.tsx'
import { useSay } from './settings.tsx'

/** A page that could not be drawn or downloaded: say so, keep the frame, offer the way on. */
export function Broken() {
  const say = useSay()
  return (
    <Nothing heading title={say('office.page_broken')}>
      <p>{say('office.page_broken_do')}</p>
      <Button onClick={() => location.reload()}>{say('office.load_again')}</Button>
    </Nothing>
  )
}
