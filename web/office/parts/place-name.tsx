import { Link } from 'react-router'
import { type Answer, api, dataOf } from '../../api/client.ts'
import { prefixOf } from '../app/me.tsx'
import { seePath } from '../paths.ts'
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
  const { data } = useAnswer(`place ${code}`, () => ask(code))
  const known = data?.code === code ? data : undefined
  const way = known?.path.map((part) => part.name).join(' › ')
  const county = known?.path.find((part) => part.level === 'county')
  const isInside = county && county.code !== code && prefixOf(within).length < 6
  const name = known ? (isInside ? `${county.name} ${known.name}` : known.name) : code
  return plain ? (
    <span title={way}>{name}</span>
  ) : (
    <Link to={seePath(code)} title={way}>
      {name}
    </Link>
  )
}
