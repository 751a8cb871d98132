import type { FastifyRequest } from 'fastify'
import { yuan } from '../../../server/kernel/yuan.ts'
import type { OrderView } from '../../../server/modules/orders/index.ts'
import { paths } from '../../paths.ts'
import { AreaRow, FieldRow, Named, Notice, SelectRow, ThumbBar } from '../../ui/market/index.ts'
import { Frame } from '../frame.tsx'
import { goodsName } from '../parts/names.ts'

export const afterSaleKinds = ['damagedGoods', 'sevenDayReturn', 'notDelivered', 'other'] as const

/** Asking for money back; the rule says how much, the store decides. */
export function AfterSalePage(props: {
  request: FastifyRequest
  order: OrderView
  formKey: string
  /** What was typed before, and why it was not enough. */
  typed?: Record<string, string>
  refused?: string
}) {
  const { request, order, formKey, typed = {}, refused } = props
  const { say: t, actor } = request
  const names = order.lines.map((line) => goodsName(line, actor.language))
  const here = paths.order(order.storeId, order.orderId)
  const mayReturn = order.lines.every((line) => line.returnPolicy === 'sevenDay')
  const kinds = afterSaleKinds.filter((kind) => kind !== 'sevenDayReturn' || mayReturn)
  return (
    <Frame request={request} title={t('market.after_sale')} hidden>
      <h1>{t('market.after_sale')}</h1>
      <p class="soft">
        <a href={here}>{t('market.order', { number: order.orderNumber })}</a> ·{' '}
        <Named words={names.join(t('market.and'))} /> · {yuan(order.total)}
      </p>
      {refused && <Notice tone="alarm" title={refused} />}
      {order.steps.includes('openAfterSale') ? (
        <form
          class="form card"
          action={paths.afterSale(order.storeId, order.orderId)}
          method="post"
          enctype="multipart/form-data"
        >
          <input type="hidden" name="key" value={formKey} />
          <SelectRow
            id="kind"
            name="kind"
            label={t('market.after_sale_kind')}
            value={typed.kind ?? 'damagedGoods'}
            options={kinds.map((kind) => ({ value: kind, label: t(`orders.after_sale.${kind}`) }))}
          />
          <FieldRow
            id="share"
            name="damagedShare"
            type="number"
            value={typed.damagedShare}
            min={1}
            max={100}
            inputMode="numeric"
            label={t('market.damaged_share')}
            hint={t('market.damaged_share_hint')}
            remark="%"
          />
          <FieldRow
            id="photos"
            name="photos"
            type="file"
            accept="image/jpeg,image/png,image/webp"
            multiple
            label={t('market.photos')}
            hint={t('market.photos_hint')}
          />
          <details>
            <summary>{t('market.after_sale_rules')}</summary>
            <ul class="prose">
              <li>{t('orders.rule.damagedGoods.1.1')}</li>
              <li>{t('orders.rule.damagedGoods.1.20')}</li>
              <li>{t('orders.rule.damagedGoods.1.80')}</li>
              <li>{t('orders.rule.notDelivered.1.0')}</li>
              <li>{t('orders.rule.sevenDayReturn.1.0')}</li>
            </ul>
          </details>
          <FieldRow
            id="asked"
            name="askedYuan"
            value={typed.askedYuan}
            inputMode="decimal"
            pattern="[0-9]{1,7}(\.[0-9]{1,2})?"
            label={t('market.asked')}
            hint={t('market.asked_hint', { most: yuan(order.total - order.refundedAmount) })}
            remark={t('ui.optional')}
          />
          <AreaRow
            id="words"
            name="description"
            value={typed.description}
            label={t('market.after_sale_words')}
            remark={t('ui.optional')}
            maxLength={500}
            rows={3}
          />
          <ThumbBar>
            <button class="button button-main" type="submit">
              {t('market.after_sale_send')}
            </button>
          </ThumbBar>
        </form>
      ) : (
        <Notice>
          <p>{t('market.after_sale_closed')}</p>
          <p>
            <a href={here}>{t('market.back_to_order')}</a>
          </p>
        </Notice>
      )}
    </Frame>
  )
}
