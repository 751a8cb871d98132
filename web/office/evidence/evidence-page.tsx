import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useSay } from '../app/settings.tsx'
import { Crumbs, useDivision } from '../parts/crumbs.tsx'
import { isPeriod, thisMonth } from '../parts/period.ts'
import { PeriodPicker } from '../parts/period-picker.tsx'
import { evidencePath } from '../paths.ts'
import { OrdersTable } from './orders-table.tsx'

/** The orders behind a division's sum, for a month or a year. */
export function Component() {
  const say = useSay()
  const { code = '' } = useParams()
  const [query] = useSearchParams()
  const navigate = useNavigate()
  const asked = query.get('period')
  const period = isPeriod(asked) ? asked : thisMonth()
  const { data } = useDivision(code)
  return (
    <>
      <div className="page-head">
        <Crumbs code={code} linkTo={(to) => evidencePath(to, period)} />
        <div className="page-tools">
          <PeriodPicker period={period} onPick={(next) => navigate(evidencePath(code, next), { replace: true })} />
        </div>
      </div>
      <p className="soft lead">{say('office.evidence_lead')}</p>
      <section className="panel">
        <OrdersTable code={code} name={data?.code === code ? data.name : ''} period={period} />
      </section>
    </>
  )
}
