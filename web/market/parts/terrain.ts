import type { Terrain } from '../../ui/picture/scene.ts'

const coast = /^320[79]|^3206(?:2|8)/
const byRoot: Record<string, Terrain> = {
  aquatic: 'water',
  tea: 'hills',
  fruit: 'orchard',
  plant: 'orchard',
  mushroom: 'hills',
}

/** The land a village is drawn with: by what it grows, and by the sea where it fishes there. */
export function terrainOf(villageCode: string, categoryCode: string): Terrain {
  const terrain = byRoot[categoryCode.split('.')[0] ?? ''] ?? 'fields'
  if (terrain === 'water' && (coast.test(villageCode) || /\.(?:sea|shell)/.test(categoryCode))) return 'coast'
  return categoryCode === 'vegetable.water' || categoryCode === 'vegetable.lotus' ? 'water' : terrain
}
