import { useEffect, useState } from 'preact/hooks'
import { yuan } from '../../server/kernel/yuan.ts'
import { ask, type Statement } from './api.ts'
import { t } from './say.ts'

const rows = ['gross', 'freight', 'refunded', 'fee', 'net'] as const

/** The month's money, to the fen. */
export function StatementScreen({ storeId }: { storeId: string }) {
  const [month, setMonth] = useState(new Date().toISOString().slice(0, 7))
  const [statement, setStatement] = useState<Statement>()
  const [note, setNote] = useState('')
  useEffect(() => {
    ask<Statement>('GET', `/api/stores/${storeId}/statement?month=${month}`).then(setStatement, (error: Error) =>
      setNote(error.message),
    )
  }, [storeId, month])
  return (
    <>
      <a class="button button-quiet" href="#todo">
        {t('workbench.back')}
      </a>
      <label>
        {t('workbench.month')}
        <input class="input" type="month" value={month} onChange={(event) => setMonth(event.currentTarget.value)} />
      </label>
      {statement && (
        <dl class="money">
          {rows.map((row) => (
            <div key={row}>
              <dt>{t(`workbench.${row}`)}</dt>
              <dd>{yuan(statement.sums[row] ?? 0)}</dd>
            </div>
          ))}
        </dl>
      )}
      <p role="alert">{note}</p>
    </>
  )
}
