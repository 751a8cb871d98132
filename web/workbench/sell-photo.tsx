import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../ui/icons.tsx'
import { Named } from '../ui/named.tsx'
import { Choice } from './choice.tsx'
import { langOf, t } from './say.ts'
import { type StepProps, sellerOf } from './sell-screen.tsx'
import { shrinkPhoto } from './shrink-photo.ts'

/** First: whose goods, where there is a choice, and a photo. */
export function SellPhoto({ draft, change, next, merchants, owns }: StepProps) {
  const [busy, setBusy] = useState(false)
  const shown = usePhoto(draft.photo)
  const take = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    change({ photo: await shrinkPhoto(file) })
    setBusy(false)
  }
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault()
        next()
      }}
    >
      {merchants.length > 1 ? (
        <Choice
          legend={t('workbench.for_whom')}
          options={merchants.map(({ id, name }) => ({ name: id, text: <span lang={langOf(name)}>{name}</span> }))}
          chosen={draft.merchantId}
          choose={(id) => {
            const merchant = merchants.find((one) => one.id === id)
            if (merchant) change(sellerOf(merchant))
          }}
          stacked
        />
      ) : (
        !owns && (
          <p class="lead">
            <Named words={t('workbench.for', { name: draft.merchantName })} />
          </p>
        )
      )}
      <label class={shown ? 'camera camera-full' : 'camera'}>
        <input
          class="only-read-aloud"
          type="file"
          accept="image/*"
          capture="environment"
          onChange={(event) => take(event.currentTarget.files?.[0])}
        />
        {shown ? <img src={shown} alt={t('workbench.your_photo')} /> : <Icon name="camera" />}
        <span class="camera-words">{t(shown ? 'workbench.photo_again' : 'workbench.photo')}</span>
      </label>
      <button
        class={shown ? 'button button-main wide' : 'button wide'}
        type="submit"
        disabled={busy || !draft.merchantId}
      >
        {t(busy ? 'workbench.photo_busy' : shown ? 'workbench.next' : 'workbench.no_photo')}
      </button>
    </form>
  )
}

/** A photo kept on the phone, as an address a picture can have. */
export function usePhoto(photo: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!photo) return setAddress(undefined)
    const made = URL.createObjectURL(photo)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [photo])
  return address
}
