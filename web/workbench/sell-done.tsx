import { useState } from 'preact/hooks'
import { paths } from '../paths.ts'
import { Named } from '../ui/named.tsx'
import { ask } from './api.ts'
import type { ReadyDraft } from './draft-store.ts'
import { takeBack, useOutcome } from './outbox.ts'
import { Done, Screen, Trouble, Waiting } from './parts.tsx'
import { t } from './say.ts'

/** What became of the goods: on sale, waiting for the store, or kept until there is a network. */
export function SellDone({ sentKey, again, resume }: { sentKey: string; again: () => void; resume: () => void }) {
  const outcome = useOutcome(sentKey)
  return (
    <Screen title={t('workbench.sell')}>
      {outcome ? <Outcome outcome={outcome} resume={resume} /> : <Waiting />}
      <a class={outcome?.published ? 'button wide' : 'button button-main wide'} href="#todo">
        {t('workbench.done')}
      </a>
      <button class="button wide" type="button" onClick={again}>
        {t('workbench.sell_more')}
      </button>
    </Screen>
  )
}

function Outcome({ outcome, resume }: { outcome: ReadyDraft; resume: () => void }) {
  const { stocked, publish, published, refusal, productId } = outcome
  if (refusal)
    return (
      <Trouble error={new Error(refusal)} kept={t(stocked ? 'workbench.stands_on_list' : 'workbench.kept_on_phone')} />
    )
  if (published) return <Published outcome={outcome} />
  if (stocked && !publish)
    return (
      <Done title={t('workbench.waits_for_store')}>
        <p>
          <Named words={t('workbench.waits_for_store_hint', { name: outcome.merchantName })} />
        </p>
      </Done>
    )
  const back = async () => {
    await takeBack(outcome)
    resume()
  }
  return (
    <>
      <Done title={t('workbench.kept')}>
        <p>{t('workbench.kept_hint')}</p>
      </Done>
      {!productId && !navigator.onLine && (
        <button class="button wide" type="button" onClick={back}>
          {t('workbench.change')}
        </button>
      )}
    </>
  )
}

function Published({ outcome }: { outcome: ReadyDraft }) {
  const [down, setDown] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  const undo = () =>
    ask('POST', `/api/products/${outcome.productId}/withdraw`, {}).then(() => setDown(true), setTrouble)
  if (down) return <Done title={t('workbench.taken_down')} />
  return (
    <>
      <Done title={t('workbench.on_sale_now')} />
      {outcome.lotId && (
        <a class="button button-main wide" href={`#pledge/${outcome.lotId}`}>
          {t('workbench.pledge_this')}
        </a>
      )}
      <a class="button wide" href={paths.product(outcome.productId ?? '')}>
        {t('workbench.see_in_shop')}
      </a>
      <button class="button wide" type="button" onClick={undo}>
        {t('workbench.take_down')}
      </button>
      <Trouble error={trouble} />
    </>
  )
}
