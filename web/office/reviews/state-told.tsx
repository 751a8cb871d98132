import { useSay } from '../app/settings.tsx'

/** Where a matter stands; and if it came back, what is to be mended. */
export function StateTold({ words, reason }: { words: string; reason?: string | null | undefined }) {
  const say = useSay()
  return (
    <>
      {words}
      {reason && <div className="told-reason small">{say('office.returned_because', { reason })}</div>}
    </>
  )
}
