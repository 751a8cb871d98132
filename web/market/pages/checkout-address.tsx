import type { FastifyRequest } from 'fastify'
import { phonePattern } from '../../../server/modules/accounts/index.ts'
import { paths } from '../../paths.ts'
import { DivisionPicker, FieldRow, ThumbBar } from '../../ui/market/index.ts'
import type { Key } from '../../words/words.ts'
import { type RegionState, regionLevels } from '../parts/regions.ts'

export const addressFields = ['recipient', 'phone', 'region', 'detail'] as const

/** An address as it was typed so far, and what is still wrong with it. */
export interface AddressDraft {
  recipient: string
  phone: string
  detail: string
  wrong: Partial<Record<(typeof addressFields)[number], Key>>
}

interface AddressFormProps {
  request: FastifyRequest
  store: { storeId: string }
  draft: AddressDraft
  region: RegionState
}

/** Who receives, and where; the way down to the village one choice after the other. */
export function AddressForm({ request, store, draft, region }: AddressFormProps) {
  const { say: t } = request
  const wrong = (field: (typeof addressFields)[number]) => {
    const key = draft.wrong[field]
    return key && { error: t(key) }
  }
  return (
    <form class="form" action={`${paths.checkout(store.storeId)}/address`} method="post">
      <FieldRow
        id="recipient"
        name="recipient"
        label={t('market.recipient')}
        value={draft.recipient}
        required
        autocomplete="name"
        maxLength={30}
        {...wrong('recipient')}
      />
      <FieldRow
        id="phone"
        name="phone"
        type="tel"
        inputMode="tel"
        label={t('market.phone')}
        hint={t('market.phone_hint')}
        value={draft.phone}
        required
        autocomplete="tel"
        pattern={phonePattern}
        title={t('market.wrong.phone')}
        maxLength={11}
        {...wrong('phone')}
      />
      <DivisionPicker
        legend={t('market.region')}
        levels={region.levels}
        depth={region.depth}
        nextName="next"
        later={regionLevels.map((name) => ({ name, label: t(`market.region.${name}`) }))}
        childrenFrom="/api/divisions"
        t={t}
        {...wrong('region')}
      />
      <FieldRow
        id="detail"
        name="detail"
        label={t('market.detail')}
        hint={t('market.detail_hint')}
        value={draft.detail}
        required
        autocomplete="street-address"
        maxLength={120}
        {...wrong('detail')}
      />
      <ThumbBar>
        <button class="button button-main" type="submit">
          {t('market.save_address')}
        </button>
      </ThumbBar>
    </form>
  )
}
