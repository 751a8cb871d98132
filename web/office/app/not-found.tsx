import { Link } from 'react-router'
import { Nothing } from '../parts/states.tsx'
import { paths } from '../paths.ts'
import { useSay } from './settings.tsx'

/** An address nothing stands at. */
export function NotFound() {
  const say = useSay()
  return (
    <Nothing heading title={say('office.not_found')}>
      <Link to={paths.home}>{say('office.back_to_map')}</Link>
    </Nothing>
  )
}
