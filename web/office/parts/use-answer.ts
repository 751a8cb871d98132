import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api/client.ts'

export interface Asked<Data> {
  /** The newest answer to this question; while a new question is under way, the answer to the last one. */
  data: Data | undefined
  /** The answer on screen belongs to the question before: it is shown paler until the new one is here. */
  stale: boolean
  error: ApiError | undefined
  reload(): void
}

// Going back shows what was there at once, then asks again.
const remembered = new Map<string, unknown>()
const rememberedAtMost = 60

/** Asks a question again whenever it changes, and every few seconds while somebody is looking. */
export function useAnswer<Data>(
  question: string | undefined,
  ask: (signal: AbortSignal) => Promise<Data>,
  { every }: { every?: number } = {},
): Asked<Data> {
  const [answer, setAnswer] = useState<{ to: string; data?: Data; error?: ApiError }>()
  const [round, setRound] = useState(0)
  const asking = useRef(ask)
  asking.current = ask

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is the wish to ask the same again.
  useEffect(() => {
    if (question === undefined) return
    const leaving = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    async function run(to: string): Promise<void> {
      try {
        const data = await asking.current(leaving.signal)
        remember(to, data)
        if (!leaving.signal.aborted) setAnswer({ to, data })
      } catch (error) {
        if (leaving.signal.aborted) return
        const seen = error instanceof ApiError ? error : new ApiError(0, { code: 'web.broken', message: String(error) })
        setAnswer((before) => ({
          to,
          error: seen,
          ...(before?.to === to && before.data !== undefined && { data: before.data }),
        }))
      }
      if (every && !leaving.signal.aborted) timer = setTimeout(() => again(to), every)
    }
    // A page nobody looks at asks nothing.
    function again(to: string): void {
      if (document.hidden) timer = setTimeout(() => again(to), every)
      else void run(to)
    }
    void run(question)
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [question, every, round])

  const reload = useCallback(() => setRound((before) => before + 1), [])
  const current = answer?.to === question ? answer : undefined
  const data = current?.data ?? (question ? (remembered.get(question) as Data | undefined) : undefined) ?? answer?.data
  return { data, stale: !current && data !== undefined, error: current?.error, reload }
}

function remember(question: string, data: unknown): void {
  remembered.delete(question)
  remembered.set(question, data)
  const [oldest] = remembered.keys()
  if (remembered.size > rememberedAtMost && oldest) remembered.delete(oldest)
}
