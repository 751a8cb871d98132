import { deepEqual } from 'node:assert/strict'
import { test } from 'vitest'
import { wordsFor } from '../../../web/words/words.ts'
import { statementCsv } from './statement-csv.ts'

const money = { gross: 51950, goods: 51200, freight: 750, refunded: 25975, fee: 156, net: 25819 }
const line = { kind: 'split' as const, orderId: 'o1', subject: '=HYPERLINK("x")', ...money }
const moments = { paidAt: '2026-11-28T09:17:17Z', settledAt: '2026-11-28T16:30:00Z' }
const statement = { storeId: 's1', month: '2026-11', lines: [{ ...line, ...moments }], sums: { lines: 1, ...money } }

test('a statement for a spreadsheet: yuan to the fen, days of China, no formulas, and sample data says so', () => {
  const rowsOf = (isSample: boolean) =>
    statementCsv(wordsFor('zh'), statement, isSample).replace('\uFEFF', '').trimEnd().split('\r\n').slice(1)
  const amounts = '"519.50","512.00","7.50","259.75","1.56","258.19"'
  const row = `"结算","o1","'=HYPERLINK(""x"")","2026-11-28","2026-11-29",${amounts}`
  deepEqual(rowsOf(true), [`${row},"示例数据"`, `"合计","","2026-11","","",${amounts},"示例数据"`])
  deepEqual(rowsOf(false), [`${row},""`, `"合计","","2026-11","","",${amounts},""`])
})
