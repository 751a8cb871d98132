import type { Period } from './parts/period.ts'

/** Every address of the office in one place; the server answers these with the page and nothing else. */
export const paths = {
  home: '/',
  see: '/see/:code',
  evidence: '/evidence/:code',
  order: '/orders/:storeId/:orderId',
  coverage: '/coverage/:code',
  targets: '/targets',
  reviews: '/reviews/:kind',
  stations: '/stations',
  duties: '/duties',
  audit: '/audit',
  announcements: '/announcements',
  settings: '/settings',
  signIn: '/sign-in',
  invitation: '/invitations/:token',
} as const

export type Measure = 'sales' | 'coverage'
export type ReviewKind = 'signature-products' | 'stores' | 'merchants'

/** A division on the map and in the table; the address says all, so that it can be sent to a colleague. */
export function seePath(code: string, { period, measure }: { period?: Period; measure?: Measure } = {}): string {
  return withQuery(`/see/${code}`, { period, measure })
}

/** The orders behind a sum. */
export function evidencePath(code: string, period?: Period): string {
  return withQuery(`/evidence/${code}`, { period })
}

/** One order of the evidence. */
export function orderPath(storeId: string, orderId: string): string {
  return `/orders/${storeId}/${orderId}`
}

export function coveragePath(code: string, only?: 'gaps' | 'covered' | 'all'): string {
  return withQuery(`/coverage/${code}`, { only })
}

export function reviewsPath(kind: ReviewKind): string {
  return `/reviews/${kind}`
}

export function signInPath(to: string): string {
  return to === '/' ? paths.signIn : withQuery(paths.signIn, { to })
}

function withQuery(path: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
