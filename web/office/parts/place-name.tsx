import { Link } from 'react-router'
import { type Answer, api, dataOf } from '../../api/client.ts'
import { prefixOf } from '../app/me.tsx'
import { useSettings } from '../app/settings.tsx'
import { seePath } from '../paths.ts'
import { inLanguage } from './in-language.ts'
import { useAnswer } from './use-answer.ts'

type Division = Answer<'/api/divisions/{code}'>
const asked = new Map<string, Promise<Division>>()

// A name changes once in years: asked once a visit, however many rows show it.
function ask(code: string): Promise<Division> {
  const answer = asked.get(code) ?? dataOf(api.GET('/api/divisions/{code}', { params: { path: { code } } }))
  asked.set(code, answer)
  answer.catch(() => asked.delete(code))
  return answer
}

/** A place by its name, with its county unless it is seen within one, the way to it on hover; its code until the name is here. */
export function PlaceName({ code, plain, within = '' }: { code: string; plain?: boolean; within?: string }) {
  const { language } = useSettings()
  const { data } = useAnswer(`place ${code}`, () => ask(code))
  const known = data?.code === code ? data : undefined
  const path = known?.path.map((part) => inLanguage(part, language))
  const way = path?.map((part) => part.name).join(' › ')
  const county = path?.find((part) => part.level === 'county')
  const own = known && inLanguage(known, language).name
  const isInside = county && county.code !== code && prefixOf(within).length < 6
  const name = isInside ? `${county.name} ${own}` : (own ?? code)
  return plain ? (
    <span title={way}>{name}</span>
  ) : (
    <Link to={seePath(code)} title={way}>
      {name}
    </Link>
  )
}
