import { useEffect, useState } from 'preact/hooks'
import { NoAnswer, Refused } from './api.ts'
import {
  type Draft,
  dropWaiting,
  forgetUnfinished,
  keepUnfinished,
  keepWaiting,
  type ReadyDraft,
  waitingBy,
  waitingOf,
} from './draft-store.ts'
import { t } from './say.ts'
import { sendDraft } from './send-draft.ts'

const againMs = 20_000
const listeners = new Set<() => void>()
/** What went out since the app was opened, for the screen that waits for it. */
const sent = new Map<string, ReadyDraft>()
let accountId: string | undefined
let sending: Promise<void> | undefined
let clock: ReturnType<typeof setInterval> | undefined

/** Sends what waits now, and whenever the network comes back. */
export function startSending(account: string): void {
  accountId = account
  clock = setInterval(sendWaiting, againMs)
  addEventListener('online', sendWaiting)
  document.addEventListener('visibilitychange', sendWaiting)
  sendWaiting()
}

export function stopSending(): void {
  accountId = undefined
  clearInterval(clock)
  removeEventListener('online', sendWaiting)
  document.removeEventListener('visibilitychange', sendWaiting)
}

/** Keeps a finished draft on the phone, then sends it if it can. A second tap finds the same key. */
export async function putInOutbox(draft: Draft, publish: boolean): Promise<void> {
  if (sent.has(draft.key) || (await waitingBy(draft.key))) return
  await keepWaiting({ ...draft, publish, queuedAt: Date.now() })
  await forgetUnfinished(draft.accountId)
  tell()
  sendWaiting()
}

/** Takes a draft back to go on writing; only while the server does not know it. */
export async function takeBack(ready: ReadyDraft): Promise<void> {
  const { queuedAt: _, publish: __, refusal: ___, photoId: ____, ...draft } = ready
  await keepUnfinished({ ...draft, step: 0 })
  await dropWaiting(ready.key)
  tell()
}

/** Throws a waiting draft away. */
export async function throwAway(key: string): Promise<void> {
  await dropWaiting(key)
  tell()
}

/** Tries a refused draft once more. */
export async function tryAgain(ready: ReadyDraft): Promise<void> {
  const { refusal: _, ...rest } = ready
  await keepWaiting(rest)
  tell()
  sendWaiting()
}

/** Sends what waits, oldest first, unless it is being sent already. */
export function sendWaiting(): Promise<void> {
  sending ??= alone(sendAll).finally(() => {
    sending = undefined
    tell()
  })
  return sending
}

// Two windows of the app must not send the same photo twice.
async function alone(work: () => Promise<void>): Promise<void> {
  if (navigator.locks) await navigator.locks.request('workbench-outbox', work)
  else await work()
}

async function sendAll(): Promise<void> {
  if (!accountId || !navigator.onLine) return
  for (const ready of await waitingOf(accountId)) {
    if (ready.refusal) continue
    try {
      sent.set(ready.key, await sendDraft(ready, keepWaiting))
      await dropWaiting(ready.key)
      tell()
    } catch (error) {
      if (!isFinal(error)) return
      const refused = { ...((await waitingBy(ready.key)) ?? ready), refusal: reasonOf(error) }
      if (refused.stocked) {
        // All of it is on the server and stands on the list of what is not on sale yet.
        sent.set(ready.key, refused)
        await dropWaiting(ready.key)
      } else await keepWaiting(refused)
      tell()
    }
  }
}

/** A refusal that will be the same tomorrow. Not signed in, too many, too busy: those pass. */
function isFinal(error: unknown): error is Refused {
  if (!(error instanceof Refused)) {
    if (!(error instanceof NoAnswer)) console.error(error)
    return false
  }
  return error.status < 500 && ![401, 408, 425, 429].includes(error.status)
}

// The same key with other words: it was taken back and changed after the server had it already.
function reasonOf(error: Refused): string {
  return error.code === 'kernel.key_reused' ? t('workbench.sent_before') : error.message
}

/** The drafts that wait, as they change. */
export function useQueue(account: string | undefined): ReadyDraft[] {
  const [queue, setQueue] = useState<ReadyDraft[]>([])
  useOutbox(async () => setQueue(account ? await waitingOf(account) : []), [account])
  return queue
}

/** How one draft fares: what the server made of it, or how it waits. */
export function useOutcome(key: string): ReadyDraft | undefined {
  const [outcome, setOutcome] = useState<ReadyDraft>()
  useOutbox(async () => setOutcome(sent.get(key) ?? (await waitingBy(key))), [key])
  return outcome
}

function useOutbox(read: () => Promise<void>, inputs: readonly unknown[]): void {
  useEffect(() => {
    const look = () => {
      read().catch(() => {
        // A phone that forbids keeping has nothing waiting.
      })
    }
    look()
    listeners.add(look)
    return () => {
      listeners.delete(look)
    }
  }, inputs)
}

function tell(): void {
  for (const listener of listeners) listener()
}
