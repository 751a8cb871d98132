import { yuan } from '../../../server/kernel/yuan.ts'
import type { Say } from '../../words/words.ts'

interface Summed {
  goodsAmount: number
  freight: { freight: number } | null
  total: number
}

/** Goods, freight and what is to pay, in figures that stand in a column. */
export function Totals({ store, t }: { store: Summed; t: Say }) {
  return (
    <dl class="totals">
      <dt>{t('market.goods')}</dt>
      <dd>{yuan(store.goodsAmount)}</dd>
      <dt>{t('market.freight')}</dt>
      <dd>{store.freight ? freightWords(store.freight.freight, t) : t('market.freight_later')}</dd>
      <dt class="is-sum">{t('market.total')}</dt>
      <dd class="is-sum">{yuan(store.total)}</dd>
    </dl>
  )
}

/** Freight as people say it: free is a word. */
export function freightWords(fen: number, t: Say): string {
  return fen === 0 ? t('market.free') : yuan(fen)
}
