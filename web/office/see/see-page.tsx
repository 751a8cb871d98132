import './see.css'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { api, dataOf } from '../../api/client.ts'
import { prefixOf } from '../app/me.tsx'
import { useSettings } from '../app/settings.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { sayClock } from '../parts/format.ts'
import { inLanguage } from '../parts/in-language.ts'
import { isPeriod, thisMonth } from '../parts/period.ts'
import { PeriodPicker } from '../parts/period-picker.tsx'
import { ErrorNote, Loading, SampleMark } from '../parts/states.tsx'
import { useAnswer } from '../parts/use-answer.ts'
import { type Measure, seePath } from '../paths.ts'
import { DivisionTable } from './division-table.tsx'
import { FigureStrip } from './figure-strip.tsx'
import { MapOfDivision } from './map.tsx'
import { Trend } from './trend.tsx'
import { VillagePanel } from './village-panel.tsx'

// A sale is to be seen within five seconds of being made.
const lookEvery = 3_000

/** A division: its figures, its map and table as one thing, its months. The address holds place, period and measure. */
export function Component() {
  const { say, language } = useSettings()
  const { code = '' } = useParams()
  const [query] = useSearchParams()
  const navigate = useNavigate()
  const [pointed, onPoint] = useState<string>()
  const asked = query.get('period')
  const period = isPeriod(asked) ? asked : thisMonth()
  const measure: Measure = query.get('measure') === 'coverage' ? 'coverage' : 'sales'
  const linkTo = (to: string) => seePath(to, { period, measure })

  const view = useAnswer(
    `figures ${code} ${period}`,
    (signal) =>
      dataOf(api.GET('/api/figures/divisions/{code}', { params: { path: { code }, query: { period } }, signal })),
    { every: lookEvery },
  )
  const places = useAnswer(prefixOf(code).length >= 6 ? `children ${code}` : undefined, (signal) =>
    dataOf(api.GET('/api/divisions/{code}/children', { params: { path: { code } }, signal })),
  )
  const { error, stale } = view
  const data = useMemo(
    () =>
      view.data && {
        ...view.data,
        self: inLanguage(view.data.self, language),
        children: view.data.children.map((child) => inLanguage(child, language)),
      },
    [view.data, language],
  )
  const here = data?.self.code === code
  const isVillage = prefixOf(code).length === 12

  return (
    <div className="see">
      <div className="page-head">
        <Crumbs code={code} linkTo={linkTo} />
        <div className="page-tools">
          {data && data.self.sampleOrders > 0 && <SampleMark />}
          {data && (
            <span className="soft small as-of">{say('office.as_of', { time: sayClock(data.asOf, language) })}</span>
          )}
          <Segmented
            name="measure"
            aria-label={say('office.measure')}
            value={measure}
            options={[
              { value: 'sales', label: say('office.measure_sales') },
              { value: 'coverage', label: say('office.measure_coverage') },
            ]}
            onChange={(next) => navigate(seePath(code, { period, measure: next as Measure }), { replace: true })}
          />
          <PeriodPicker
            period={period}
            onPick={(next) => navigate(seePath(code, { period: next, measure }), { replace: true })}
          />
        </div>
      </div>
      {error && (
        <ErrorNote error={error} {...(data && { keptWords: say('office.kept_figures') })} retry={view.reload} />
      )}
      {!data && !error && <Loading rows={12} />}
      {data && (
        <div className={stale ? 'is-stale' : ''}>
          <FigureStrip self={data.self} period={period} asOf={data.asOf} />
          {here && isVillage ? (
            <VillagePanel code={code} name={data.self.name} period={period} />
          ) : (
            <div className="twin">
              <section className="panel">
                <MapOfDivision
                  code={data.self.code}
                  title={say('office.map_of', { name: data.self.name })}
                  measure={measure}
                  figures={data.children}
                  places={prefixOf(data.self.code).length >= 6 ? (places.data ?? []) : data.children}
                  {...{ pointed, onPoint, linkTo }}
                />
              </section>
              <section className="panel">
                <DivisionTable
                  self={data.self}
                  period={period}
                  measure={measure}
                  stale={stale}
                  asOf={data.asOf}
                  {...{ pointed, onPoint, linkTo }}
                >
                  {data.children}
                </DivisionTable>
              </section>
            </div>
          )}
          <Trend
            code={data.self.code}
            name={data.self.name}
            period={period}
            isSample={data.self.sampleOrders > 0}
            onPick={(next) => navigate(seePath(code, { period: next, measure }), { replace: true })}
          />
        </div>
      )}
    </div>
  )
}
