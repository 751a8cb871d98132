import type { Say } from '../../../web/words/words.ts'
import { dayOf } from '../../kernel/time.ts'
import type { Statement } from './shapes.ts'

const money = ['gross', 'goods', 'freight', 'refunded', 'fee', 'net'] as const

/** The statement for a spreadsheet: UTF-8 with a mark so that Excel reads Chinese, yuan with two decimals. */
export function statementCsv(say: Say, { month, lines, sums }: Statement, isSample: boolean): string {
  const nature = isSample ? say('kernel.sample') : ''
  const head = ['kind', 'order', 'subject', 'paid', 'settled', ...money, 'nature'] as const
  const table = [
    head.map((name) => say(`payments.statement_${name}`)),
    ...lines.map((line) => [
      say(`payments.statement_kind_${line.kind}`),
      line.orderId,
      line.subject,
      dayOf(line.paidAt),
      dayOf(line.settledAt),
      ...money.map((name) => inYuan(line[name])),
      nature,
    ]),
    [say('payments.statement_sum'), '', month, '', '', ...money.map((name) => inYuan(sums[name])), nature],
  ]
  return `\uFEFF${table.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`
}

function inYuan(fen: number): string {
  return (fen / 100).toFixed(2)
}

/** Quoted; what a spreadsheet would take for a formula is made text. A negative amount is a number and stays one. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+\.\d{2}$/.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
