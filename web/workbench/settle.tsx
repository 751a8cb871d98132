import { useState } from 'preact/hooks'
import { yuan } from '../../server/kernel/yuan.ts'
import { paths } from '../paths.ts'
import { type AfterSale, ask, newKey, type OrderView } from './api.ts'
import { Choice } from './choice.tsx'
import { Trouble } from './parts.tsx'
import { langOf, t, tFor } from './say.ts'

const reasons = [
  'workbench.refuse_photos',
  'workbench.refuse_talk',
  'workbench.refuse_late',
  'workbench.refuse_other',
] as const
type Reason = (typeof reasons)[number]

interface SettleProps {
  order: OrderView
  afterSale: AfterSale
  settled: () => void
}

/** What arrived damaged: look, then give back in two taps, or say why not. */
export function Settle({ order, afterSale, settled }: SettleProps) {
  const [refusing, setRefusing] = useState(false)
  return (
    <section class="card">
      <p class="lead">
        <strong>{tFor(`orders.after_sale.${afterSale.kind}`)}</strong>
        {afterSale.damagedShare !== null && ` · ${t('workbench.damaged_share', { share: afterSale.damagedShare })}`}
      </p>
      {afterSale.description && <blockquote lang={langOf(afterSale.description)}>{afterSale.description}</blockquote>}
      <div class="evidence">
        {afterSale.photos.map((photo, at) => (
          <a key={photo} href={paths.photo(photo, 1600, 'webp')} target="_blank" rel="noreferrer">
            <img
              src={paths.photo(photo, 320, 'webp')}
              alt={t('workbench.evidence', { number: at + 1 })}
              width={320}
              height={320}
            />
          </a>
        ))}
      </div>
      <p class="soft small">{tFor(`orders.rule.${afterSale.rule}`)}</p>
      {order.as === 'station' ? (
        <p class="notice">{t('workbench.store_decides')}</p>
      ) : refusing ? (
        <Refuse afterSale={afterSale} settled={settled} stop={() => setRefusing(false)} />
      ) : (
        <Accept order={order} afterSale={afterSale} settled={settled} refuse={() => setRefusing(true)} />
      )}
    </section>
  )
}

function Accept({ order, afterSale, settled, refuse }: SettleProps & { refuse: () => void }) {
  const [sure, setSure] = useState(false)
  const { attempt, busy, trouble } = useDecision(afterSale.id, settled)
  const { askedAmount, suggestedAmount } = afterSale
  const fair = suggestedAmount > 0 ? Math.min(askedAmount, suggestedAmount) : askedAmount
  const amount = Math.min(fair, order.total - order.refundedAmount)
  return (
    <>
      <button
        class="button button-main wide"
        type="button"
        disabled={busy}
        onClick={() => (sure ? attempt({ decision: 'accept', amount }) : setSure(true))}
      >
        {t(sure ? 'workbench.refund_sure' : 'workbench.refund', { amount: yuan(amount) })}
      </button>
      {sure ? (
        <button class="button wide" type="button" disabled={busy} onClick={() => setSure(false)}>
          {t('workbench.not_yet')}
        </button>
      ) : (
        <button class="button wide" type="button" onClick={refuse}>
          {t('workbench.refuse')}
        </button>
      )}
      <Trouble error={trouble} kept={t('workbench.nothing_paid')} />
    </>
  )
}

function Refuse({ afterSale, settled, stop }: Omit<SettleProps, 'order'> & { stop: () => void }) {
  const [chosen, setChosen] = useState<Reason>()
  const [words, setWords] = useState('')
  const { attempt, busy, trouble } = useDecision(afterSale.id, settled)
  const reason = chosen === 'workbench.refuse_other' ? words.trim() : chosen ? t(chosen) : ''
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        attempt({ decision: 'refuse', reason })
      }}
    >
      <Choice
        legend={t('workbench.refuse_why')}
        options={reasons.map((name) => ({ name, text: t(name) }))}
        chosen={chosen}
        choose={setChosen}
        stacked
      />
      {chosen === 'workbench.refuse_other' && (
        <label class="field">
          {t('workbench.reason')}
          <textarea
            class="input"
            value={words}
            maxLength={200}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </label>
      )}
      <button class="button button-main wide" type="submit" disabled={busy || !reason}>
        {t('workbench.refuse_send')}
      </button>
      <button class="button wide" type="button" onClick={stop}>
        {t('workbench.not_yet')}
      </button>
      <Trouble error={trouble} kept={t('workbench.reason_kept')} />
    </form>
  )
}

function useDecision(id: string, settled: () => void) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  const attempt = async (decision: object) => {
    setBusy(true)
    setTrouble(undefined)
    try {
      // Decided once: the server refuses a second decision, so each try may have a key of its own.
      await ask('POST', `/api/after-sales/${id}/decide`, decision, newKey())
      settled()
    } catch (error) {
      setTrouble(error)
    }
    setBusy(false)
  }
  return { attempt, busy, trouble }
}
