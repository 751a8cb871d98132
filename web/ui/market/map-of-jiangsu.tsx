import type { ComponentChildren, JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { langOf, Reader } from '../named.tsx'
import type { Say } from '../say.ts'

/** One county ready to draw. */
export interface MapPlace {
  readonly code: string
  readonly name: string
  readonly d: string
  readonly href?: string
  /** What is said on hover and read aloud: 泗洪县：12 个村. */
  readonly told: string
  /** 1 palest to 5 darkest; left out where nothing is known. */
  readonly step?: 1 | 2 | 3 | 4 | 5
  readonly unverified?: boolean
  readonly current?: boolean
}

export interface MapPoint {
  readonly x: number
  readonly y: number
  readonly name: string
  readonly href?: string
}

export interface MapOfJiangsuProps {
  readonly places: readonly MapPlace[]
  readonly points?: readonly MapPoint[]
  readonly box: { readonly width: number; readonly height: number }
  readonly title: string
  /** Must stand wherever the map is drawn. */
  readonly note: string
  /** What each step means, palest first. */
  readonly legend?: readonly string[]
  /** What a hatched place means here, if not that nothing is known. */
  readonly noData?: string
  readonly small?: boolean
  readonly t: Say
}

function placeClass({ step, unverified, current }: MapPlace): string {
  return `map-place ${step ? `map-step-${step}` : 'map-step-none'}${unverified ? ' map-unverified' : ''}${current ? ' is-current' : ''}`
}

function Linked(props: { href?: string; told: string; code?: string; children: ComponentChildren }) {
  const lang = langOf(props.told, useContext(Reader))
  const inside = (
    <>
      <title>{props.told}</title>
      {props.children}
    </>
  )
  if (!props.href)
    return (
      <g data-code={props.code} lang={lang}>
        {inside}
      </g>
    )
  return (
    <a href={props.href} aria-label={props.told} lang={lang} data-code={props.code}>
      {inside}
    </a>
  )
}

/** The map of counties: every county a link with a name, told by shade and by hatching. */
export function MapOfJiangsu(props: MapOfJiangsuProps): JSX.Element {
  const { places, points = [], box, title, note, legend = [], t } = props
  const hatched = places.some((place) => !place.step)
  const unverified = places.filter((place) => place.unverified)
  return (
    <figure class={`map${props.small ? ' map-small' : ''}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: an <svg> holds the links; there is no element for a group of shapes. */}
      <svg viewBox={`0 0 ${box.width} ${box.height}`} role="group" aria-label={title}>
        <defs>
          <pattern id="map-none" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path class="map-hatch-ground" d="M0 0h10v10H0z" />
            <path class="map-hatch" d="M0 0v10" />
          </pattern>
          <pattern id="map-dots" width="12" height="12" patternUnits="userSpaceOnUse">
            <circle class="map-dot" cx="6" cy="6" r="2.2" />
          </pattern>
        </defs>
        {places.map((place) => (
          <Linked key={place.code} href={place.href} told={place.told} code={place.code}>
            <path class={placeClass(place)} d={place.d} />
          </Linked>
        ))}
        {unverified.map((place) => (
          <path key={place.code} class="map-overlay" d={place.d} />
        ))}
        {points.map((point) => (
          <Linked key={`${point.name} ${point.x}`} href={point.href} told={point.name}>
            <circle class="map-point" cx={point.x} cy={point.y} r="9" />
          </Linked>
        ))}
      </svg>
      <figcaption>
        {legend.length > 0 && (
          <ul class="map-legend small">
            {legend.map((words, i) => (
              <li key={words}>
                <span class={`map-swatch swatch-${i + 1}`} /> {words}
              </li>
            ))}
            {hatched && (
              <li>
                <span class="map-swatch swatch-none" /> {props.noData ?? t('ui.map_no_data')}
              </li>
            )}
            {unverified.length > 0 && (
              <li>
                <span class="map-swatch swatch-unverified" /> {t('ui.map_not_verified')}
              </li>
            )}
          </ul>
        )}
        <p class="soft small">{note}</p>
      </figcaption>
    </figure>
  )
}
