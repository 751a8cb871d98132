import type { FastifyRequest } from 'fastify'
import { yuan } from '../../../server/kernel/yuan.ts'
import type { AfterSale, OrderView } from '../../../server/modules/orders/index.ts'
import { paths } from '../../paths.ts'
import { Badge, Named, Section } from '../../ui/market/index.ts'
import { hasWords, type Key } from '../../words/words.ts'
import { Moment } from '../parts/days.tsx'

/** What the buyer asked back, what the rule says, and what became of it. */
export function AfterSales({ request, order }: { request: FastifyRequest; order: OrderView }) {
  return (
    <Section id="after-sales" title={request.say('market.after_sales')}>
      <ul class="stack">
        {order.afterSales.map((asked) => (
          <li key={asked.id} class="card stack">
            <Request request={request} order={order} asked={asked} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Request({ request, order, asked }: { request: FastifyRequest; order: OrderView; asked: AfterSale }) {
  const { say: t, actor } = request
  const rule = `orders.rule.${asked.rule}`
  return (
    <>
      <p class="row">
        <strong>{t(`orders.after_sale.${asked.kind}`)}</strong>
        <Badge tone={asked.state === 'refused' ? 'alarm' : asked.state === 'open' ? 'straw' : 'leaf'}>
          {t(`orders.after_sale_state.${asked.state}`)}
        </Badge>
      </p>
      <dl class="pairs">
        <dt>{t('market.asked_on')}</dt>
        <dd>
          <Moment at={asked.openedAt} language={actor.language} />
        </dd>
        <dt>{t('market.asked_amount')}</dt>
        <dd class="tabular">{yuan(asked.askedAmount)}</dd>
        {hasWords(rule) && (
          <>
            <dt>{t('market.rule')}</dt>
            <dd>
              {t(rule as Key)}
              {asked.suggestedAmount > 0 && ` · ${yuan(asked.suggestedAmount)}`}
            </dd>
          </>
        )}
        {asked.decidedAmount !== null && (
          <>
            <dt>{t('market.decided_amount')}</dt>
            <dd class="tabular">{yuan(asked.decidedAmount)}</dd>
          </>
        )}
        {asked.decisionReason && (
          <>
            <dt>{t('market.store_says')}</dt>
            <dd>
              <Named words={asked.decisionReason} />
            </dd>
          </>
        )}
      </dl>
      {asked.description && (
        <p>
          <Named words={asked.description} />
        </p>
      )}
      {asked.photos.length > 0 && (
        <ul class="photo-row">
          {asked.photos.map((photo, i) => (
            <li key={photo}>
              <a href={paths.photo(photo, 1600, 'webp')}>
                <img
                  src={paths.photo(photo, 320, 'webp')}
                  alt={t('market.photo_number', { number: i + 1 })}
                  width={96}
                  height={96}
                  loading="lazy"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      {order.as === 'buyer' && <Steps request={request} order={order} asked={asked} />}
    </>
  )
}

function Steps({ request, order, asked }: { request: FastifyRequest; order: OrderView; asked: AfterSale }) {
  const { say: t } = request
  const here = `${paths.order(order.storeId, order.orderId)}/after-sales/${asked.id}`
  const mayDispute = !asked.disputedAt && (asked.state === 'open' || asked.state === 'refused')
  return (
    <div class="row">
      {asked.disputedAt && <p class="soft">{t('market.disputed')}</p>}
      {mayDispute && (
        <form action={`${here}/dispute`} method="post">
          <button class="button" type="submit">
            {t('market.dispute')}
          </button>
        </form>
      )}
      {asked.state === 'open' && (
        <form action={`${here}/withdraw`} method="post">
          <button class="button button-quiet" type="submit">
            {t('market.withdraw')}
          </button>
        </form>
      )}
    </div>
  )
}
