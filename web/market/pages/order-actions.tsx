import { paths } from '../../paths.ts'
import { ThumbBar } from '../../ui/market/index.ts'
import type { OrderProps } from './order.tsx'
import { PayChannels } from './pay-channels.tsx'

/** The buttons of an order: the one that matters at the thumb, the others beside it. */
export function OrderActions({ request, order, channel, moneyArrived }: OrderProps) {
  const { say: t } = request
  const here = paths.order(order.storeId, order.orderId)
  const may = (step: string) => order.steps.includes(step)
  const asked = order.afterSales.some(({ state }) => state === 'open')
  return (
    <div class="order-actions">
      {may('pay') && !moneyArrived && (
        <form class="form" action={`${here}/pay`} method="post">
          <PayChannels t={t} chosen={channel} />
          <ThumbBar>
            <button class="button button-main" type="submit">
              {t('market.pay')}
            </button>
          </ThumbBar>
        </form>
      )}
      {may('receive') && (
        <form action={`${here}/receive`} method="post">
          <ThumbBar>
            <button class="button button-main" type="submit">
              {t('market.receive')}
            </button>
          </ThumbBar>
        </form>
      )}
      <div class="row">
        {may('openAfterSale') && !asked && (
          <a class="button" href={paths.afterSale(order.storeId, order.orderId)}>
            {t('market.after_sale')}
          </a>
        )}
        {may('cancel') && (
          <details class="sure">
            <summary class="button button-quiet">{t('market.cancel')}</summary>
            <form class="row" action={`${here}/cancel`} method="post">
              <p>{t(order.state === 'paid' ? 'market.cancel_paid' : 'market.cancel_sure')}</p>
              <button class="button button-alarm" type="submit">
                {t('market.cancel_yes')}
              </button>
            </form>
          </details>
        )}
      </div>
    </div>
  )
}
