import { useState } from 'preact/hooks'
import type { ReadyDraft } from './draft-store.ts'
import { takeBack, throwAway, tryAgain } from './outbox.ts'
import { langOf, t } from './say.ts'

/** A draft the server said no to: why, and three ways on. */
export function StuckRow({ ready }: { ready: ReadyDraft }) {
  const [sure, setSure] = useState(false)
  const change = async () => {
    await takeBack(ready)
    location.hash = 'sell'
  }
  return (
    <li class="job-with-deed">
      <div class="job">
        <span class="job-words">
          <strong class="serif" lang={langOf(ready.name)}>
            {ready.name}
          </strong>
          <span class="wrong">{ready.refusal}</span>
        </span>
      </div>
      {ready.productId ? (
        <button class="button deed" type="button" onClick={() => tryAgain(ready)}>
          {t('workbench.again')}
        </button>
      ) : (
        <button class="button deed" type="button" onClick={change}>
          {t('workbench.change')}
        </button>
      )}
      <button class="button deed" type="button" onClick={() => (sure ? throwAway(ready.key) : setSure(true))}>
        {t(sure ? 'workbench.throw_away_sure' : 'workbench.throw_away')}
      </button>
    </li>
  )
}
