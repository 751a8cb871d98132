import type { CSSProperties } from 'react'
import { useSay } from '../app/settings.tsx'
import { Change, Money } from '../parts/amount.tsx'
import { count, sayPercent } from '../parts/format.ts'
import { SampleMark } from '../parts/states.tsx'
import type { Figures } from './scale.ts'

/** What one sees of a place before going there. */
export function MapTip({ figures, at }: { figures: Figures; at: { x: number; y: number; toLeft: boolean } }) {
  const say = useSay()
  const { name, sales, salesYearAgo, orders, covered, villages } = figures
  const placed = { '--left': `${at.x}px`, top: at.y } as CSSProperties
  return (
    <div className={`map-tip${at.toLeft ? ' is-left' : ''}`} role="tooltip" style={placed}>
      <p>
        <strong>{name}</strong> {figures.sampleOrders > 0 && <SampleMark />}
      </p>
      <dl className="pairs">
        <dt>{say('office.sales')}</dt>
        <dd>
          <Money fen={sales} /> <Change now={sales} before={salesYearAgo} />
        </dd>
        <dt>{say('office.orders')}</dt>
        <dd>{count(orders)}</dd>
        <dt>{say('office.coverage')}</dt>
        <dd>{say('office.of_villages', { share: sayPercent(covered, villages), covered, villages })}</dd>
      </dl>
    </div>
  )
}
