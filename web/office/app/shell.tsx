import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Navigate, NavLink, Outlet, useLocation } from 'react-router'
import { api, dataOf } from '../../api/client.ts'
import { ErrorNote, Loading, Nothing } from '../parts/states.tsx'
import { useAnswer } from '../parts/use-answer.ts'
import { coveragePath, paths, reviewsPath, seePath, signInPath } from '../paths.ts'
import { villageOf } from '../reviews/village.ts'
import { homeOf, type Me, MeProvider } from './me.tsx'
import { useSay, useSettings } from './settings.tsx'
import { SheetsProvider } from './sheets.tsx'

/** The frame of every page: who one is, where one can go, and the page itself. */
export function Shell() {
  const { say, language } = useSettings()
  const { pathname, search } = useLocation()
  const { data, error, reload } = useAnswer('me', (signal) => dataOf(api.GET('/api/me', { signal })))
  if (error && !data)
    return (
      <Alone>
        <ErrorNote error={error} retry={reload} />
      </Alone>
    )
  if (!data)
    return (
      <Alone>
        <Loading />
      </Alone>
    )
  if (!data.account || data.account.mustEnrol) return <Navigate to={signInPath(`${pathname}${search}`)} replace />
  const home = homeOf(data.duties, language)
  if (!home) {
    return (
      <Alone>
        <Nothing heading title={say('office.no_duty')}>
          <p>{say('office.no_duty_do')}</p>
          <SignOut />
        </Nothing>
      </Alone>
    )
  }
  const me: Me = { account: data.account, duties: data.duties, home }
  return (
    <MeProvider me={me}>
      <a className="skip" href="#page">
        {say('ui.skip_to_content')}
      </a>
      <Head me={me} />
      <SheetsProvider>
        <main id="page" tabIndex={-1}>
          <Outlet />
        </main>
      </SheetsProvider>
    </MeProvider>
  )
}

function Alone({ children }: { children: ReactNode }) {
  return <main className="alone">{children}</main>
}

function Head({ me }: { me: Me }) {
  const say = useSay()
  const { pathname } = useLocation()
  const links = [
    { to: seePath(me.home.code), here: '/see', words: say('office.nav_see') },
    { to: coveragePath(me.home.code), here: '/coverage', words: say('office.nav_coverage') },
    { to: paths.targets, here: paths.targets, words: say('office.nav_targets') },
    {
      to: reviewsPath('signature-products'),
      here: '/reviews',
      words: say(villageOf(me) ? 'office.nav_register' : 'office.nav_reviews'),
    },
    { to: paths.stations, here: paths.stations, words: say('office.nav_stations') },
    { to: paths.duties, here: paths.duties, words: say('office.nav_duties') },
    { to: paths.audit, here: paths.audit, words: say('office.nav_audit') },
    { to: paths.announcements, here: paths.announcements, words: say('office.nav_announcements') },
  ]
  return (
    <header className="head">
      <NavLink to={paths.home} className="brand">
        <span className="brand-mark serif" lang="zh-CN">
          一村
        </span>{' '}
        <span className="brand-place">{me.home.name}</span>
      </NavLink>
      <nav aria-label={say('office.nav')}>
        <ul className="nav">
          {links.map(({ to, here, words }) => (
            <li key={here}>
              <NavLink
                to={to}
                aria-current={pathname.startsWith(here) ? 'page' : undefined}
                className={pathname.startsWith(here) ? 'is-here' : ''}
              >
                {words}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Person me={me} />
    </header>
  )
}

function Person({ me }: { me: Me }) {
  const say = useSay()
  return (
    <div className="person">
      <span className="person-name">{me.account.name}</span>
      <NavLink to={paths.settings}>{say('office.nav_settings')}</NavLink>
      <SignOut />
    </div>
  )
}

function SignOut() {
  return (
    <Button size="small" onClick={leave}>
      {useSay()('office.sign_out')}
    </Button>
  )
}

// A full load, so that nothing of one person's stays in memory for the next.
async function leave(): Promise<void> {
  await dataOf(api.POST('/api/auth/sign-out')).catch(() => undefined)
  location.assign(paths.signIn)
}
