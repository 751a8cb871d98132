import { ask, type Category } from './api.ts'
import { useLoaded } from './keep.ts'

export interface Categories {
  /** Those a product may have, under the one above them. */
  groups: { top: Category; leaves: Category[] }[]
  leaves: Category[]
}

/** The categories, known without a network once they were read. */
export function useCategories(): Categories {
  const all = useLoaded(() => ask<Category[]>('GET', '/api/categories'), [], 'categories').value ?? []
  const leaves = all.filter(({ code }) => !all.some(({ parentCode }) => parentCode === code))
  const top = (category: Category): Category => {
    const above = all.find(({ code }) => code === category.parentCode)
    return above ? top(above) : category
  }
  const groups = all
    .filter(({ parentCode }) => parentCode === null)
    .map((head) => ({ top: head, leaves: leaves.filter((leaf) => top(leaf).code === head.code) }))
  return { groups, leaves }
}

/** Which category a name speaks of: the one whose longest word stands in it. 阳山水蜜桃 → 桃. */
export function guessCategory(name: string, leaves: readonly Category[]): string | undefined {
  let best: { code: string; length: number } | undefined
  for (const { code, name: own, alsoCalled } of leaves) {
    for (const word of [own, ...alsoCalled]) {
      if (word && name.includes(word) && word.length > (best?.length ?? 0)) best = { code, length: word.length }
    }
  }
  return best?.code
}
