import { useSettings } from '../app/settings.tsx'
import { changeOf, exactYuan, sayChange, sayMoney } from './format.ts'

/** Money as an officer says it; the exact fen on hover. */
export function Money({ fen, beside }: { fen: number; beside?: number }) {
  const { language } = useSettings()
  const { amount, unit } = sayMoney(fen, language, beside)
  return (
    <span className="money" title={exactYuan(fen)}>
      {amount}
      {unit && <span className="unit">{unit}</span>}
    </span>
  )
}

/** More or less than before, with an arrow and a sign, so that it reads without colour. */
export function Change({ now, before, words }: { now: number; before: number; words?: string }) {
  const { say } = useSettings()
  const change = changeOf(now, before)
  const told = `${words ?? ''}${say('office.before_was', { amount: exactYuan(before) })}`
  if (change === undefined) {
    return (
      <span className="change soft" title={say('office.nothing_before')}>
        —
      </span>
    )
  }
  return (
    <span className={`change ${change < 0 ? 'is-less' : 'is-more'}`} title={told}>
      <span aria-hidden="true">{change > 0 ? '▲' : change < 0 ? '▼' : '='}</span> {sayChange(change)}
    </span>
  )
}
