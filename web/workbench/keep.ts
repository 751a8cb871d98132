import { useEffect, useState } from 'preact/hooks'

// What was read last is kept on the phone, so that the screens are not empty in a greenhouse without a network.
const prefix = 'kept:'

/** What was kept under this name. */
export function kept<Value>(name: string): Value | undefined {
  try {
    return JSON.parse(localStorage.getItem(prefix + name) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a value; `undefined` forgets it. A full phone keeps nothing and works on. */
export function keepValue(name: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name)
    else localStorage.setItem(prefix + name, JSON.stringify(value))
  } catch {
    // Only a convenience is lost.
  }
}

/** Forgets everything kept of whoever was signed in. */
export function forgetAll(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name)
}

export interface Loaded<Value> {
  value?: Value
  error?: unknown
  again(): void
}

/** Reads something for a screen. With a name it is kept, and shown at once the next time, network or not. */
export function useLoaded<Value>(load: () => Promise<Value>, inputs: readonly unknown[], name?: string): Loaded<Value> {
  const [state, setState] = useState<{ value?: Value; error?: unknown }>({})
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let gone = false
    const known = name ? kept<Value>(name) : undefined
    setState(known === undefined ? {} : { value: known })
    load().then(
      (value) => {
        if (name) keepValue(name, value)
        if (!gone) setState({ value })
      },
      (error: unknown) => {
        if (!gone) setState((before) => ({ ...before, error }))
      },
    )
    return () => {
      gone = true
    }
  }, [...inputs, turn])
  return { ...state, again: () => setTurn(turn + 1) }
}
