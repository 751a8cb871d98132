import { type Answer, api, dataOf } from '../../api/client.ts'
import { useSettings } from '../app/settings.tsx'
import { OrdersTable } from '../evidence/orders-table.tsx'
import { sayTime } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import type { Period } from '../parts/period.ts'
import { useAnswer } from '../parts/use-answer.ts'

/** A village: which legs of its coverage stand, and the orders behind its figures. */
export function VillagePanel({ code, name, period }: { code: string; name: string; period: Period }) {
  const { data } = useAnswer(`legs ${code}`, (signal) =>
    dataOf(
      api.GET('/api/figures/coverage/{code}', { params: { path: { code }, query: { only: 'all', limit: 1 } }, signal }),
    ),
  )
  const legs = data?.items.find((each) => each.villageCode === code)
  return (
    <>
      {legs && <Legs {...legs} />}
      <section className="panel">
        <OrdersTable code={code} name={name} period={period} />
      </section>
    </>
  )
}

type Village = Answer<'/api/figures/coverage/{code}'>['items'][number]

function Legs({ productPublished, storeActive, lastSaleAt, stationOpen, covered }: Village) {
  const { say, language } = useSettings()
  const legs = [
    { stands: productPublished, words: say('office.leg_product') },
    { stands: storeActive, words: say('office.leg_store') },
    {
      stands: lastSaleAt !== null,
      words: lastSaleAt ? say('office.leg_sale_at', { time: sayTime(lastSaleAt, language) }) : say('office.leg_sale'),
    },
    { stands: stationOpen, words: say('office.leg_station') },
  ]
  return (
    <ul className="legs" aria-label={say(covered ? 'office.is_covered' : 'office.not_covered')}>
      <li className={covered ? 'is-standing' : 'is-missing'}>
        <strong>{say(covered ? 'office.is_covered' : 'office.not_covered')}</strong>
      </li>
      {legs.map(({ stands, words }) => (
        <li key={words} className={stands ? 'is-standing' : 'is-missing'}>
          <Icon name={stands ? 'check' : 'cross'} />
          <span className="only-read-aloud">{say(stands ? 'office.yes' : 'office.no')}：</span>
          {words}
        </li>
      ))}
    </ul>
  )
}
