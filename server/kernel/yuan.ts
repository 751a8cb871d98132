import type { Fen } from './money.ts'

/** ¥ and two decimals for a reader: 123456 → ¥1,234.56. */
export function yuan(fen: Fen): string {
  const [whole = '0', cents] = (Math.abs(fen) / 100).toFixed(2).split('.')
  return `${fen < 0 ? '−' : ''}¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}
