import { type Answer, api, dataOf } from '../../api/client.ts'
import { useAnswer } from '../parts/use-answer.ts'

export type Definition = Answer<'/api/figures/definitions'>[number]

/** What every figure means, asked once. */
export function useDefinitions(): Definition[] {
  const { data } = useAnswer('definitions', () => (asked ??= ask()))
  return data ?? []
}

let asked: Promise<Definition[]> | undefined

function ask(): Promise<Definition[]> {
  const answer = dataOf(api.GET('/api/figures/definitions'))
  answer.catch(() => (asked = undefined))
  return answer
}
