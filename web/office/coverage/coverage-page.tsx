import { Segmented } from 'antd'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { type Answer, api, dataOf } from '../../api/client.ts'
import { useSettings } from '../app/settings.tsx'
import { Crumbs, useDivision } from '../parts/crumbs.tsx'
import { fullTime, sayClock, sayTime } from '../parts/format.ts'
import { Icon } from '../parts/icon.tsx'
import { inLanguage } from '../parts/in-language.ts'
import { MoreButton } from '../parts/more-button.tsx'
import { PlaceName } from '../parts/place-name.tsx'
import { ErrorNote, Loading, Nothing, SampleMark } from '../parts/states.tsx'
import { usePages } from '../parts/use-pages.ts'
import { coveragePath, seePath } from '../paths.ts'
import type { Column } from '../table/columns.ts'
import { DataTable } from '../table/data-table.tsx'

type Village = Answer<'/api/figures/coverage/{code}'>['items'][number]
const kinds = ['gaps', 'covered', 'all'] as const
type Kind = (typeof kinds)[number]

/** Which villages are not covered yet, and which leg is missing. */
export function Component() {
  const { say, language } = useSettings()
  const { code = '' } = useParams()
  const [query] = useSearchParams()
  const navigate = useNavigate()
  const asked = query.get('only')
  const only: Kind = kinds.find((kind) => kind === asked) ?? 'gaps'
  const name = useDivision(code).data?.name ?? ''
  const pages = usePages(`coverage ${code} ${only}`, (cursor) =>
    dataOf(
      api.GET('/api/figures/coverage/{code}', {
        params: { path: { code }, query: { only, limit: 100, ...(cursor && { cursor }) } },
      }),
    ),
  )
  const yesNo = (['true', 'false'] as const).map((value) => ({
    value,
    words: say(value === 'true' ? 'office.yes' : 'office.no'),
  }))
  const leg = (key: 'productPublished' | 'storeActive' | 'stationOpen' | 'covered', head: string): Column<Village> => ({
    key,
    head,
    kind: 'choice',
    choices: yesNo,
    value: (row) => row[key],
    explain: { indicator: key === 'stationOpen' ? 'station_coverage' : 'ovops_coverage', asOf: pages.last?.asOf },
    draw: (row) => <Holds holds={row[key]} />,
  })
  const nameOf = (row: Village) => inLanguage(row, language).name
  const columns: Column<Village>[] = [
    {
      key: 'name',
      head: say('office.village'),
      value: nameOf,
      draw: (row) => <Link to={seePath(row.villageCode, { measure: 'coverage' })}>{nameOf(row)}</Link>,
    },
    {
      key: 'township',
      head: say('office.township'),
      value: (row) => row.villageCode,
      draw: (row) => <PlaceName plain code={row.villageCode.slice(0, 9).padEnd(12, '0')} within={code} />,
    },
    leg('productPublished', say('office.leg_product')),
    leg('storeActive', say('office.leg_store')),
    {
      key: 'lastSaleAt',
      head: say('office.leg_sale_last'),
      explain: { indicator: 'ovops_coverage', asOf: pages.last?.asOf },
      value: (row) => row.lastSaleAt,
      draw: ({ lastSaleAt }) =>
        lastSaleAt ? (
          <time dateTime={lastSaleAt} title={fullTime(lastSaleAt, language)}>
            {sayTime(lastSaleAt, language)}
          </time>
        ) : (
          <Holds holds={false} />
        ),
    },
    leg('stationOpen', say('office.leg_station')),
    leg('covered', say('office.covered')),
  ]
  return (
    <>
      <div className="page-head">
        <Crumbs code={code} linkTo={(to) => coveragePath(to, only)} />
        <div className="page-tools">
          {pages.last?.isSample && <SampleMark />}
          {pages.last && (
            <span className="soft small as-of">
              {say('office.as_of', { time: sayClock(pages.last.asOf, language) })}
            </span>
          )}
          <Segmented
            name="only"
            aria-label={say('office.which_villages')}
            value={only}
            options={kinds.map((value) => ({ value, label: say(`office.only_${value}`) }))}
            onChange={(next) => navigate(coveragePath(code, next), { replace: true })}
          />
        </div>
      </div>
      <p className="soft lead">{say('office.coverage_lead')}</p>
      {pages.error && (
        <ErrorNote
          error={pages.error}
          retry={pages.reload}
          {...(pages.items && { keptWords: say('office.kept_rows') })}
        />
      )}
      {!pages.items && !pages.error && <Loading />}
      {pages.items && (
        <section className="panel">
          <DataTable
            id="coverage"
            caption={say('office.villages_of', { name })}
            columns={columns}
            rows={pages.items}
            keyOf={(row) => row.villageCode}
            sheet={{ table: 'coverage', code, only }}
            more={<MoreButton {...pages} />}
            empty={<Nothing title={say(only === 'gaps' ? 'office.no_gaps' : 'office.none_covered')} />}
          />
        </section>
      )}
    </>
  )
}

function Holds({ holds }: { holds: boolean }) {
  const say = useSettings().say
  return (
    <span className={holds ? 'is-standing' : 'is-missing'}>
      <Icon name={holds ? 'check' : 'cross'} /> {say(holds ? 'office.yes' : 'office.no')}
    </span>
  )
}
