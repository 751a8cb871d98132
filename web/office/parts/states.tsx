import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ApiError } from '../../api/client.ts'
import { useMe } from '../app/me.tsx'
import { useSay } from '../app/settings.tsx'
import { seePath } from '../paths.ts'
import { Icon } from './icon.tsx'

/** What will stand here, in grey, until it is known. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const say = useSay()
  return (
    <div className="loading" role="status" aria-label={say('office.loading')}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  )
}

/** What happened, what was kept, and what to do now: to ask again where that may help, else to go home. */
export function ErrorNote({ error, keptWords, retry }: { error: ApiError; keptWords?: string; retry?: () => void }) {
  const say = useSay()
  if (retry && error.code === 'kernel.not_allowed') return <Outside />
  return (
    <div className="notice notice-alarm" role="alert">
      <Icon name="warn" />
      <div className="stack">
        <p>
          <strong>{error.status === 0 ? say('office.unreachable') : error.message || say('office.unreadable')}</strong>
          {keptWords && <> {keptWords}</>}
        </p>
        {retry && error.status === 404 && <WayHome />}
        {retry && error.status !== 404 && (
          <Button size="small" onClick={retry}>
            {say('office.try_again')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Somebody else's place: no fault, and no use in asking again. */
function Outside() {
  const say = useSay()
  return (
    <div className="notice" role="alert">
      <Icon name="warn" />
      <div className="stack">
        <p>
          <strong>{say('office.outside')}</strong> {say('office.outside_do', { name: useMe().home.name })}
        </p>
        <WayHome />
      </div>
    </div>
  )
}

function WayHome() {
  const { code, name } = useMe().home
  return <Link to={seePath(code)}>{useSay()('office.go_home', { name })}</Link>
}

/** Nothing is here, and that may be good news: say which. */
export function Nothing(props: {
  title: string
  /** Where it is all there is on a page, its title is the page's heading. */
  heading?: boolean
  children?: ReactNode
}) {
  const { title, heading, children } = props
  const Title = heading ? 'h1' : 'p'
  return (
    <div className="nothing">
      <Title className="nothing-title">{title}</Title>
      {children && <div className="soft">{children}</div>}
    </div>
  )
}

/** 示例数据 stands wherever sample data does. */
export function SampleMark() {
  return <span className="sample-mark">{useSay()('kernel.sample')}</span>
}
