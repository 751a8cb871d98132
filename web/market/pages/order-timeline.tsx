import type { FastifyRequest } from 'fastify'
import type { OrderView } from '../../../server/modules/orders/index.ts'
import { Timeline } from '../../ui/market/index.ts'
import type { Key } from '../../words/words.ts'
import { sayMoment } from '../parts/days.tsx'

const later: Partial<Record<OrderView['state'], readonly string[]>> = {
  placed: ['paid', 'shipped', 'received'],
  paid: ['shipped', 'received'],
  shipped: ['received'],
}

/** What has happened, in order, and the steps that are still to come. */
export function OrderTimeline({ request, order }: { request: FastifyRequest; order: OrderView }) {
  const { say: t, actor } = request
  const done = order.timeline.map((moment) => ({
    title: t(`orders.event.${moment.kind}` as Key),
    when: sayMoment(moment.at, actor.language),
    at: moment.at,
    state: 'done' as const,
  }))
  const to = (later[order.state] ?? []).map((step, i) => ({
    title: t(`market.later.${step}` as Key),
    state: i === 0 ? ('now' as const) : ('later' as const),
  }))
  return <Timeline moments={[...done, ...to]} t={t} />
}
