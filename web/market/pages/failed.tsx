import type { FastifyRequest } from 'fastify'
import type { ErrorAnswer } from '../../../server/kernel/http-errors.ts'
import { paths } from '../../paths.ts'
import { EmptyState, ErrorState } from '../../ui/market/index.ts'
import { Frame } from '../frame.tsx'

export interface FailedProps {
  request: FastifyRequest
  status: number
  error: ErrorAnswer['error']
}

/** What happened, what was kept, what to do now; for what is simply not there, the way back to what is. */
export function FailedPage({ request, status, error }: FailedProps) {
  const { say: t } = request
  const home = { label: t('market.back_home'), href: paths.home() }
  // Only the way to pay runs out.
  if (status === 410)
    return (
      <Frame request={request} title={error.message} hidden>
        <EmptyState title={error.message} heading action={{ label: t('market.my_orders'), href: paths.orders() }}>
          {t('market.pay_link_over_hint')}
        </EmptyState>
      </Frame>
    )
  if (status === 404)
    return (
      <Frame request={request} title={t('market.not_there')} hidden>
        <EmptyState title={error.message} heading action={home}>
          {t('market.not_there_hint')}
        </EmptyState>
      </Frame>
    )
  const back = cameFrom(request)
  const actions = [
    ...(status === 401 ? [{ label: t('market.sign_in'), href: paths.signIn(back) }] : []),
    ...(back && status !== 401 ? [{ label: t('market.go_back'), href: back }] : []),
    home,
  ]
  return (
    <Frame request={request} title={error.message} hidden>
      <ErrorState title={error.message} kept={t('market.kept')} actions={actions} t={t} />
    </Frame>
  )
}

/** The page of ours that the reader came from, where it can be opened again. */
function cameFrom(request: FastifyRequest): string | undefined {
  const { referer } = request.headers
  if (!referer || !URL.canParse(referer)) return undefined
  const { host, pathname, search } = new URL(referer)
  return host === request.headers.host && pathname !== '/' ? pathname + search : undefined
}
