import { useEffect, useState } from 'preact/hooks'
import { ask, type Category, type Me } from './api.ts'
import { type Draft, keep } from './outbox.ts'
import { language, t } from './say.ts'

interface Merchant {
  id: string
  name: string
  villageCode: string
}

/** Lists a product in four screens: photo, what it is, price and weight, harvest. Kept on the phone first, then sent. */
export function SellScreen({ me, kept }: { me: Me; kept: () => Promise<void> }) {
  const [step, setStep] = useState(0)
  const [photo, setPhoto] = useState<Blob>()
  const [form, setForm] = useState<Record<string, string>>({ harvestedOn: new Date().toISOString().slice(0, 10) })
  // One key for one product: a second tap is the same product.
  const [key] = useState(() => crypto.randomUUID())
  const merchant = useMerchant(me)
  const categories = useKept<Category[]>('categories', '/api/categories', [])
  const field = (name: string) => ({
    class: 'input',
    name,
    value: form[name] ?? '',
    required: true,
    onInput: (event: { currentTarget: { value: string } }) => setForm({ ...form, [name]: event.currentTarget.value }),
  })
  const next = async (event: Event) => {
    event.preventDefault()
    if (step < 3) return setStep(step + 1)
    if (!merchant) return
    await keep(draftOf(key, merchant, form, photo, me))
    setStep(4)
    await kept()
  }

  if (step === 4)
    return (
      <>
        <h1>{t('workbench.kept')}</h1>
        <a class="button button-main wide" href="#todo">
          {t('workbench.done')}
        </a>
      </>
    )
  const leaves = categories.filter((category) => category.parentCode)
  return (
    <form onSubmit={next}>
      <a class="button button-quiet" href="#todo">
        {t('workbench.back')}
      </a>
      <h1>
        {t('workbench.sell')} {step + 1}/4
      </h1>
      {step === 0 && (
        <label>
          {t('workbench.photo')}
          <input
            class="input"
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => setPhoto(event.currentTarget.files?.[0])}
          />
        </label>
      )}
      {step === 1 && (
        <>
          <label>
            {t('workbench.name')}
            <input {...field('name')} maxLength={60} />
          </label>
          <label>
            {t('workbench.category')}
            <select {...field('categoryCode')}>
              <option value="" />
              {leaves.map((category) => (
                <option key={category.code} value={category.code}>
                  {language === 'zh' ? category.name : category.nameEn}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
      {step === 2 && (
        <>
          <label>
            {t('workbench.price')}
            <input {...field('price')} inputMode="decimal" pattern="[0-9]{1,6}([.][0-9]{1,2})?" />
          </label>
          <label>
            {t('workbench.weight')}
            <input {...field('weight')} inputMode="numeric" pattern="[0-9]{1,7}" />
          </label>
          <label>
            {t('workbench.pieces')}
            <input {...field('pieces')} inputMode="numeric" pattern="[0-9]{1,6}" />
          </label>
        </>
      )}
      {step === 3 && (
        <label>
          {t('workbench.harvested')}
          <input {...field('harvestedOn')} type="date" />
        </label>
      )}
      <button class="button button-main wide" type="submit">
        {t(step === 3 ? 'workbench.put_up' : 'workbench.next')}
      </button>
    </form>
  )
}

function draftOf(
  key: string,
  merchant: Merchant,
  form: Record<string, string>,
  photo: Blob | undefined,
  me: Me,
): Draft {
  return {
    key,
    ...(photo ? { photo } : {}),
    merchantId: merchant.id,
    villageCode: merchant.villageCode,
    categoryCode: form.categoryCode ?? '',
    name: form.name ?? '',
    priceFen: Math.round(Number(form.price) * 100),
    weightGrams: Number(form.weight),
    pieces: Number(form.pieces),
    harvestedOn: form.harvestedOn ?? '',
    publish: me.duties.some((duty) => duty.role === 'merchant_owner'),
  }
}

/** For whom this phone sells: the own business, or the first of the station's village. */
function useMerchant(me: Me): Merchant | undefined {
  const village = me.duties.find((duty) => duty.role === 'station_operator')?.divisionCode
  const owns = me.duties.some((duty) => duty.role === 'merchant_owner')
  const path = owns ? '/api/merchants/mine' : `/api/merchants?division=${village}`
  return useKept<{ items: Merchant[] }>('merchants', path, { items: [] }).items[0]
}

/** Reads from the server, or without a network what was read last. */
function useKept<Value>(name: string, path: string, none: Value): Value {
  const [value, setValue] = useState<Value>(() => JSON.parse(localStorage.getItem(name) ?? 'null') ?? none)
  useEffect(() => {
    ask<Value>('GET', path).then(
      (found) => {
        localStorage.setItem(name, JSON.stringify(found))
        setValue(found)
      },
      () => {},
    )
  }, [name, path])
  return value
}
