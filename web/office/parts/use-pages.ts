import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api/client.ts'

interface Page<Item> {
  items: Item[]
  next?: string
}

export interface Pages<Item, Found extends Page<Item> = Page<Item>> {
  items: Item[] | undefined
  /** The page read last, with what it says beside its items. */
  last: Found | undefined
  /** There are more; asks for them. */
  more: (() => void) | undefined
  busy: boolean
  error: ApiError | undefined
  /** From the first page again. */
  reload(): void
}

/** A list that comes in pages: the first at once, the others when asked for, all kept together. */
export function usePages<Found extends Page<Found['items'][number]>>(
  question: string,
  ask: (cursor: string | undefined) => Promise<Found>,
): Pages<Found['items'][number], Found> {
  type Item = Found['items'][number]
  const [found, setFound] = useState<{ to: string; items: Item[]; last: Found }>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError>()
  const latest = useRef({ question, ask })
  latest.current = { question, ask }

  const load = useCallback(async (to: string, before: Item[], cursor?: string) => {
    setBusy(true)
    setError(undefined)
    try {
      const page = await latest.current.ask(cursor)
      if (latest.current.question === to) setFound({ to, items: [...before, ...page.items], last: page })
    } catch (cause) {
      if (latest.current.question === to)
        setError(cause instanceof ApiError ? cause : new ApiError(0, { code: 'web.broken', message: String(cause) }))
    }
    setBusy(false)
  }, [])
  useEffect(() => void load(question, []), [question, load])

  const current = found?.to === question ? found : undefined
  return {
    items: current?.items,
    last: current?.last,
    more: current?.last.next ? () => void load(question, current.items, current.last.next) : undefined,
    busy,
    error,
    reload: () => void load(question, []),
  }
}
