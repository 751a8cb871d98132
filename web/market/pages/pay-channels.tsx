import { type Channel, channels } from '../../../server/modules/payments/index.ts'
import type { Say } from '../../words/words.ts'

/** How to pay; the channel of the last attempt stays chosen. */
export function PayChannels({ t, chosen = 'wechat' }: { t: Say; chosen?: Channel | undefined }) {
  return (
    <fieldset>
      <legend class="only-read-aloud">{t('market.channel')}</legend>
      <div class="pack-choices pack-pair">
        {channels.map((channel) => (
          <label key={channel} class="pack">
            <input type="radio" name="channel" value={channel} checked={channel === chosen} />
            <span>{t(`payments.channel_${channel}`)}</span>
          </label>
        ))}
      </div>
      <p class="hint small soft">{t('market.sandbox_pay')}</p>
    </fieldset>
  )
}
