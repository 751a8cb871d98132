import { useState } from 'react'
import { ApiError } from '../../api/client.ts'

/** Sending something once at a time, with what went wrong if it did. What was filled in stays where it is. */
export function useSending() {
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<ApiError>()
  async function send(work: () => Promise<void>): Promise<void> {
    if (sending) return
    setSending(true)
    setError(undefined)
    try {
      await work()
    } catch (cause) {
      setError(cause instanceof ApiError ? cause : new ApiError(0, { code: 'web.broken', message: String(cause) }))
    }
    setSending(false)
  }
  return { sending, error, send, forget: () => setError(undefined) }
}
