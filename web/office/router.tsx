import { createBrowserRouter } from 'react-router'
import { Broken } from './app/broken.tsx'
import { Home } from './app/home.tsx'
import { NotFound } from './app/not-found.tsx'
import { Shell } from './app/shell.tsx'
import { paths } from './paths.ts'

// While the first page is downloaded the paper is blank: it takes less time than a message would take to read.
const Opening = () => null

/** The office's table of contents. Each page is its own download. */
export const router = createBrowserRouter([
  {
    path: paths.signIn,
    ErrorBoundary: Broken,
    HydrateFallback: Opening,
    lazy: () => import('./sign-in/sign-in-page.tsx'),
  },
  {
    path: paths.invitation,
    ErrorBoundary: Broken,
    HydrateFallback: Opening,
    lazy: () => import('./sign-in/invitation-page.tsx'),
  },
  {
    Component: Shell,
    ErrorBoundary: Broken,
    HydrateFallback: Opening,
    children: [
      { path: paths.home, Component: Home },
      {
        ErrorBoundary: Broken,
        children: [
          { path: paths.see, lazy: () => import('./see/see-page.tsx') },
          { path: paths.evidence, lazy: () => import('./evidence/evidence-page.tsx') },
          { path: paths.order, lazy: () => import('./evidence/order-page.tsx') },
          { path: paths.coverage, lazy: () => import('./coverage/coverage-page.tsx') },
          { path: paths.targets, lazy: () => import('./targets/targets-page.tsx') },
          { path: paths.reviews, lazy: () => import('./reviews/reviews-page.tsx') },
          { path: paths.stations, lazy: () => import('./stations/stations-page.tsx') },
          { path: paths.duties, lazy: () => import('./duties/duties-page.tsx') },
          { path: paths.audit, lazy: () => import('./audit/audit-page.tsx') },
          { path: paths.announcements, lazy: () => import('./announcements/announcements-page.tsx') },
          { path: paths.settings, lazy: () => import('./settings/settings-page.tsx') },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
])
