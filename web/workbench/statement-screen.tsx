import { useState } from 'preact/hooks'
import { addMonths, dayOf, monthOf } from '../../server/kernel/time.ts'
import { yuan } from '../../server/kernel/yuan.ts'
import { Icon } from '../ui/icons.tsx'
import { Named } from '../ui/named.tsx'
import { ask, type Statement, type Store } from './api.ts'
import { Choice } from './choice.tsx'
import { useLoaded } from './keep.ts'
import { Nothing, SampleMark, Screen, Trouble, Waiting } from './parts.tsx'
import { langOf, sayDate, sayMonth, t } from './say.ts'
import type { Person } from './screens.tsx'

const sums = ['gross', 'freight', 'refunded', 'fee', 'net'] as const

/** A month's money, to the fen, on screen and on paper. */
export function StatementScreen({ me }: { me: Person }) {
  const ids = me.duties.flatMap((duty) => duty.storeId ?? [])
  const [storeId, setStoreId] = useState(ids[0] ?? '')
  const thisMonth = monthOf(new Date())
  const [month, setMonth] = useState(thisMonth)
  const path = `/api/stores/${storeId}/statement`
  const stores = useLoaded(() => Promise.all(ids.map((id) => ask<Store>('GET', `/api/stores/${id}`))), [], 'stores')
  const statement = useLoaded(
    () => ask<Statement>('GET', `${path}?month=${month}`),
    [path, month],
    `statement:${storeId}:${month}`,
  )
  const store = stores.value?.find(({ id }) => id === storeId)
  const shown = statement.value
  return (
    <Screen title={t('workbench.money')} narrow={false}>
      {(stores.value?.length ?? 0) > 1 && (
        <Choice
          legend={t('workbench.which_store')}
          options={(stores.value ?? []).map(({ id, name }) => ({
            name: id,
            text: <span lang={langOf(name)}>{name}</span>,
          }))}
          chosen={storeId}
          choose={setStoreId}
        />
      )}
      <div class="months">
        <button class="button" type="button" onClick={() => setMonth(addMonths(month, -1))}>
          <Icon name="back" label={t('workbench.month_before')} />
        </button>
        <h2 class="tabular" aria-live="polite">
          {sayMonth(month)}
        </h2>
        <button
          class="button"
          type="button"
          disabled={month >= thisMonth}
          onClick={() => setMonth(addMonths(month, 1))}
        >
          <Icon name="next" label={t('workbench.month_after')} />
        </button>
      </div>
      <p class="print-only">
        <Named words={t('workbench.statement_of', { store: store?.name ?? '', month: sayMonth(month) })} />
      </p>
      <SampleMark shown={store?.isSample} />
      <Trouble
        error={statement.error}
        again={statement.again}
        {...(shown ? { kept: t('workbench.shown_from_before') } : {})}
      />
      {!shown && statement.error === undefined && <Waiting />}
      {shown && shown.sums.lines === 0 && (
        <Nothing icon="coins" title={t('workbench.no_money')}>
          <p class="soft">{t('workbench.no_money_hint')}</p>
        </Nothing>
      )}
      {shown && shown.sums.lines > 0 && <Sums statement={shown} />}
      {shown && shown.sums.lines > 0 && <Lines statement={shown} />}
      {shown && shown.sums.lines > 0 && (
        <div class="verbs-row">
          <button class="button" type="button" onClick={() => print()}>
            <Icon name="print" /> {t('workbench.print')}
          </button>
          <a class="button" href={`${path}.csv?month=${month}`} download={`statement-${month}.csv`}>
            <Icon name="download" /> {t('workbench.csv')}
          </a>
        </div>
      )}
    </Screen>
  )
}

function Sums({ statement }: { statement: Statement }) {
  return (
    <dl class="money">
      {sums.map((name) => (
        <div key={name} class={name === 'net' ? 'money-net' : undefined}>
          <dt>{t(`workbench.${name}`)}</dt>
          <dd>
            {yuan(
              name === 'gross' || name === 'freight' || name === 'net' ? statement.sums[name] : -statement.sums[name],
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Lines({ statement }: { statement: Statement }) {
  return (
    <section>
      <h2>{t('workbench.by_order', { count: statement.sums.lines })}</h2>
      <div class="table-scroll">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('workbench.settled_on')}</th>
              <th scope="col">{t('workbench.for_what')}</th>
              {sums.map((name) => (
                <th key={name} scope="col" class={name === 'net' ? 'figure' : 'figure wide-only'}>
                  {t(`workbench.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {statement.lines.map((line) => (
              <tr key={`${line.orderId}${line.kind}${line.settledAt}`}>
                <td class="tabular">{sayDate(dayOf(line.settledAt))}</td>
                <td>
                  <a class="row-link" href={`#order/${statement.storeId}/${line.orderId}`} lang={langOf(line.subject)}>
                    {line.subject}
                  </a>
                  {line.kind !== 'split' && <span class="soft"> {t(`workbench.line_${line.kind}`)}</span>}
                </td>
                {sums.map((name) => (
                  <td key={name} class={name === 'net' ? 'figure' : 'figure wide-only'}>
                    {yuan(name === 'refunded' || name === 'fee' ? -line[name] : line[name])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
