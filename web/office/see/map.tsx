import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { mapNote } from '../../ui/map/jiangsu.ts'
import { useSettings } from '../app/settings.tsx'
import type { Measure } from '../paths.ts'
import { MapLegend } from './map-legend.tsx'
import { MapNames } from './map-names.tsx'
import { MapPlace, type Place as Region } from './map-place.tsx'
import { MapTip } from './map-tip.tsx'
import { outlinesFor, type Place } from './outlines.ts'
import { type Figures, scaleFor } from './scale.ts'

interface MapProps {
  code: string
  title: string
  measure: Measure
  figures: readonly Figures[]
  places: readonly Place[]
  pointed: string | undefined
  onPoint(code: string | undefined): void
  linkTo(code: string): string
}

/** The map of a division: its parts shaded by the measure, each a link one level down. */
export function MapOfDivision({ code, title, measure, figures, places, pointed, onPoint, linkTo }: MapProps) {
  const { language, say } = useSettings()
  const figure = useRef<HTMLElement>(null)
  const [at, setAt] = useState<{ x: number; y: number; toLeft: boolean }>()
  const { shapes, points, behind, own, view } = useMemo(() => outlinesFor(code, places), [code, places])
  const scale = useMemo(() => scaleFor(measure, figures, language), [measure, figures, language])
  const byCode = useMemo(() => new Map(figures.map((each) => [each.code, each])), [figures])
  const unit = view.width / useDrawnWide(figure)
  const regions: Region[] = [
    ...shapes.map(({ code, shape }) => ({ code, d: shape.d, x: shape.x, y: shape.y })),
    ...points.map(({ code, x, y }) => ({ code, x, y })),
  ].flatMap((region) => {
    const found = byCode.get(region.code)
    return found ? [{ ...region, figures: found, step: scale.stepOf(found) }] : []
  })
  const someSample =
    figures.some((each) => each.sampleOrders > 0) && figures.some((each) => each.orders > 0 && each.sampleOrders === 0)
  const undrawn = figures.length - regions.length

  function tipAt(x: number, y: number): void {
    const frame = figure.current?.getBoundingClientRect()
    if (frame) setAt({ x: x - frame.left, y: y - frame.top, toLeft: x - frame.left > frame.width * 0.55 })
  }
  function tipOn(element: Element): void {
    const box = element.getBoundingClientRect()
    tipAt(box.left + box.width / 2, box.top + box.height / 2)
  }
  // Pointed at in the table, a place tells its figures on the map all the same.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place moves the tip; the pointer moves it by itself.
  useEffect(() => {
    const place = pointed && figure.current?.querySelector(`[data-code="${CSS.escape(pointed)}"]:not(:hover)`)
    if (place) tipOn(place)
  }, [pointed])
  const told = pointed ? byCode.get(pointed) : undefined

  return (
    <figure ref={figure} className="map" onKeyDown={(event) => event.key === 'Escape' && onPoint(undefined)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing whose parts are links; no form is here. */}
      <svg
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        role="group"
        aria-label={title}
        onPointerMove={(event) => tipAt(event.clientX, event.clientY)}
      >
        <defs>
          <pattern
            id="hatch"
            width={7 * unit}
            height={7 * unit}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="hatch-ground" width={7 * unit} height={7 * unit} />
            <path className="hatch-line" d={`M0 0v${7 * unit}`} strokeWidth={1.4 * unit} />
          </pattern>
          <pattern id="unverified" width={6 * unit} height={6 * unit} patternUnits="userSpaceOnUse">
            <circle className="unverified-dot" cx={3 * unit} cy={3 * unit} r={1.1 * unit} />
          </pattern>
        </defs>
        {behind.map((d) => (
          <path key={d.slice(0, 40)} className="map-behind" d={d} />
        ))}
        {own && <path className="map-own" d={own} />}
        {regions.map((region) => (
          <MapPlace
            key={region.code}
            region={region}
            unit={unit}
            to={linkTo(region.code)}
            pointed={region.code === pointed}
            unverified={someSample && region.figures.sampleOrders > 0}
            onPoint={(element) => {
              if (element) tipOn(element)
              onPoint(element ? region.code : undefined)
            }}
          />
        ))}
        <MapNames {...{ regions, pointed, unit, view }} />
      </svg>
      {told && at && <MapTip figures={told} at={at} />}
      <figcaption>
        <MapLegend
          legend={scale.legend}
          measure={measure}
          hatched={regions.some(({ step }) => !step)}
          unverified={someSample}
        />
        <small className="soft">
          {mapNote[language]}
          {points.some((point) => point.synthetic) && <> · {say('office.sample_points')}</>}
          {undrawn > 0 && <> · {say('office.not_drawn', { count: undrawn })}</>}
        </small>
      </figcaption>
    </figure>
  )
}

/** Text and dots keep their size however far one zooms in, so it matters how wide the drawing is. */
function useDrawnWide(figure: RefObject<HTMLElement | null>): number {
  // As wide as the map's greatest height lets it be.
  const atMost = 560
  const [wide, setWide] = useState(atMost)
  useLayoutEffect(() => {
    if (!figure.current) return
    const measure = (width: number) => setWide(Math.max(1, Math.min(atMost, width)))
    measure(figure.current.clientWidth)
    const watch = new ResizeObserver(([entry]) => entry && measure(entry.contentRect.width))
    watch.observe(figure.current)
    return () => watch.disconnect()
  }, [figure])
  return wide
}
