import type { FastifyRequest } from 'fastify'
import type { PathPart } from '../../../server/modules/divisions/index.ts'
import type { Pavilion } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import { countyShapes, mapBox, projectPoint } from '../../ui/map/jiangsu.ts'
import { MapOfJiangsu, type MapPlace } from '../../ui/market/index.ts'
import { Frame } from '../frame.tsx'
import { nameOf } from '../parts/names.ts'
import type { Spot } from '../parts/origin-map.tsx'
import { mapNotes } from './county.tsx'
import { PavilionCard } from './home.tsx'

type Place = Pick<PathPart, 'code' | 'name' | 'level'>

export interface PlacesProps {
  request: FastifyRequest
  cities: Place[]
  counties: Place[]
  pavilions: Pavilion[]
}

/** All counties by prefecture: those with a pavilion as cards, the others by name. */
export function CountiesView(props: PlacesProps) {
  const { request } = props
  const { say: t } = request
  return (
    <Frame request={request} title={t('market.counties_title')} description={t('market.counties_lead')}>
      <h1>{t('market.counties_title')}</h1>
      <p class="soft">
        {t('market.counties_lead')} <a href={paths.map()}>{t('market.map_walk')}</a>
      </p>
      <Cities {...props} />
    </Frame>
  )
}

function Cities({ request, cities, counties, pavilions }: PlacesProps) {
  const { language } = request.actor
  const open = new Map(pavilions.map((pavilion) => [pavilion.code, pavilion]))
  return (
    <>
      {cities.map((city) => {
        const inside = counties.filter(({ code }) => isIn(code, city))
        const id = anchorOf(city)
        const closed = inside.filter(({ code }) => !open.has(code))
        return (
          <section key={city.code} class="section" id={id} aria-labelledby={`${id}-name`}>
            <h2 id={`${id}-name`} class="serif">
              {nameOf(city, language)}
            </h2>
            <ul class="pavilion-grid">
              {inside.flatMap(({ code }) => {
                const pavilion = open.get(code)
                return pavilion
                  ? [
                      <li key={code}>
                        <PavilionCard request={request} county={pavilion} />
                      </li>,
                    ]
                  : []
              })}
            </ul>
            {closed.length > 0 && (
              <p class="soft small county-rest">
                {request.say('market.counties_rest')}{' '}
                {closed.map((county) => (
                  <a key={county.code} href={paths.county(county.code)}>
                    {nameOf(county, language)}
                  </a>
                ))}
              </p>
            )}
          </section>
        )
      })}
    </>
  )
}

const anchorOf = (city: Place) => `c${city.code.slice(0, 4)}`
const isIn = (code: string, city: Place) => code.startsWith(city.code.slice(0, 4))

/** The counties on a map, each a link, and its villages as points; the same stands under it as a list. */
export function MapPage({ spots, ...props }: PlacesProps & { spots: Spot[] }) {
  const { request, counties, pavilions } = props
  const { say: t, actor } = request
  const count = new Map(pavilions.map((pavilion) => [pavilion.code, pavilion.villages]))
  const places = counties.flatMap(({ code, name }): MapPlace[] => {
    const shape = countyShapes[code.slice(0, 6)]
    const villages = count.get(code) ?? 0
    const said = nameOf({ name, level: 'county' }, actor.language)
    const told = t('market.of', { name: said, said: t('market.villages_count', { count: villages }) })
    return shape
      ? [
          {
            code,
            name: said,
            d: shape.d,
            href: paths.county(code),
            told,
            ...(villages ? { step: stepOf(villages) } : {}),
          },
        ]
      : []
  })
  const villagesIn = (city: Place) =>
    pavilions.filter(({ code }) => isIn(code, city)).reduce((sum, { villages }) => sum + villages, 0)
  const points = spots.map((spot) => ({ ...projectPoint(spot.lng, spot.lat), name: spot.name, href: spot.href }))
  return (
    <Frame request={request} title={t('market.map_title')} description={t('market.map_lead')}>
      <h1>{t('market.map_title')}</h1>
      <p class="soft">{t('market.map_lead')}</p>
      <div class="big-map">
        <MapOfJiangsu
          places={places}
          points={points}
          box={mapBox}
          title={t('market.map_title')}
          note={mapNotes(spots, t).join(' · ')}
          legend={['1', '2–3', '4–6', '7–12', '13+'].map((range) => t('market.villages_count', { count: range }))}
          noData={t('market.map_none')}
          t={t}
        />
        <nav aria-labelledby="cities">
          <h2 id="cities">{t('market.map_cities')}</h2>
          <ul class="place-list">
            {props.cities.map((city) => (
              <li key={city.code}>
                <a href={`#${anchorOf(city)}`}>
                  {nameOf(city, actor.language)}
                  <span class="soft small tabular">{t('market.villages_count', { count: villagesIn(city) })}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <h2>{t('market.map_list')}</h2>
      <Cities {...props} />
    </Frame>
  )
}

function stepOf(villages: number): 1 | 2 | 3 | 4 | 5 {
  return villages > 12 ? 5 : villages > 6 ? 4 : villages > 3 ? 3 : villages > 1 ? 2 : 1
}
