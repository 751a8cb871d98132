import type { MouseEvent } from 'react'
import { useNavigate } from 'react-router'
import { useSettings } from '../app/settings.tsx'
import { sayFigures } from './say-figures.ts'
import type { Figures, Step } from './scale.ts'

/** A region or a point ready to draw. */
export interface Place {
  code: string
  /** Its outline; a place without one is a point. */
  d?: string
  x: number
  y: number
  figures: Figures
  step: Step | undefined
}

interface PlaceProps {
  region: Place
  unit: number
  to: string
  pointed: boolean
  unverified: boolean
  onPoint(element: Element | undefined): void
}

/** One part of the map: a link one level down, reached by pointer and by keyboard alike. */
export function MapPlace({ region, unit, to, pointed, unverified, onPoint }: PlaceProps) {
  const { say, language } = useSettings()
  const navigate = useNavigate()
  const { d, x, y, figures, step } = region
  const shade = step ? `step-${step}` : 'step-none'
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    navigate(to)
  }
  return (
    <a
      href={to}
      data-code={region.code}
      className={`place${pointed ? ' is-pointed' : ''}`}
      aria-label={sayFigures(figures, say, language)}
      onClick={open}
      onPointerEnter={(event) => onPoint(event.currentTarget)}
      onPointerLeave={() => onPoint(undefined)}
      onFocus={(event) => onPoint(event.currentTarget)}
      onBlur={() => onPoint(undefined)}
    >
      {d ? <path className={shade} d={d} /> : <circle className={`point ${shade}`} cx={x} cy={y} r={7 * unit} />}
      {unverified && d && <path className="place-unverified" d={d} />}
    </a>
  )
}
