import type { Language } from '../../../server/kernel/actor.ts'
import { type PathPart, partInLatin, shortName } from '../../../server/modules/divisions/index.ts'
import { paths } from '../../paths.ts'
import type { Crumb } from '../../ui/market/index.ts'

/** A division as people say it, for readers of either script. */
export function nameOf(part: Pick<PathPart, 'name' | 'level'>, language: Language): string {
  if (language === 'en') return partInLatin(part)
  return part.level === 'village' ? shortName(part.name) : part.name
}

/** What goods are called in the reader's language, where they have a name in it. */
export function goodsName({ name, nameEn }: { name: string; nameEn: string }, language: Language): string {
  return (language === 'en' && nameEn) || name
}

/** The step of a path that is of this level. */
export function stepOf(path: readonly PathPart[], level: PathPart['level']): PathPart | undefined {
  return path.find((part) => part.level === level)
}

/** County and city: where a village lies. */
export function whereOf(path: readonly PathPart[], language: Language): string {
  const steps = [stepOf(path, 'city'), stepOf(path, 'county')].flatMap((part) => (part ? [nameOf(part, language)] : []))
  return language === 'en' ? steps.reverse().join(', ') : steps.join(' ')
}

/** The path to a page; the last step is the page itself, unless something stands below it. */
export function crumbsOf(path: readonly PathPart[], language: Language, below?: string): Crumb[] {
  const crumbs = path.map((part, i) => ({
    label: nameOf(part, language),
    ...(i < path.length - 1 || below ? linkTo(part) : {}),
  }))
  return below ? [...crumbs, { label: below }] : crumbs
}

function linkTo({ code, level }: PathPart): { href?: string } {
  if (level === 'province') return { href: paths.counties() }
  if (level === 'city') return { href: `${paths.counties()}#c${code.slice(0, 4)}` }
  if (level === 'county') return { href: paths.county(code) }
  return level === 'village' ? { href: paths.village(code) } : {}
}
