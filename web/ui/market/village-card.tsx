import type { JSX } from 'preact'
import { Named } from '../named.tsx'
import { drawVillageScene, type Terrain } from '../picture/scene.ts'
import type { Say } from '../say.ts'
import { SampleMark } from './badge.tsx'
import { Drawing } from './drawing.tsx'

export interface CardVillage {
  readonly href: string
  readonly code: string
  readonly name: string
  /** County and city. */
  readonly place: string
  /** Its product in a few words. */
  readonly product: string
  readonly terrain: Terrain
  readonly isSample: boolean
}

/** A village to wander into. */
export function VillageCard({ village, t }: { village: CardVillage; t: Say }): JSX.Element {
  const scene = drawVillageScene({ code: village.code, terrain: village.terrain })
  return (
    <article class="village-card">
      <Drawing class="village-card-scene" svg={scene} />
      <div class="village-card-words">
        <h3 class="serif">
          <a href={village.href}>{village.name}</a>
        </h3>
        <p class="soft small">{village.place}</p>
        <p class="village-card-product">
          <Named words={village.product} />
        </p>
        {village.isSample && <SampleMark t={t} />}
      </div>
    </article>
  )
}

/** The picture across the top of a village page. */
export function VillageBanner({ code, terrain }: { code: string; terrain: Terrain }): JSX.Element {
  return <Drawing class="village-banner" svg={drawVillageScene({ code, terrain })} />
}
