import { Icon } from '../ui/icons.tsx'
import { ask, type Merchant, type Page, type TracePage } from './api.ts'
import { useLoaded } from './keep.ts'
import { SampleMark, Screen, Trouble, Waiting } from './parts.tsx'
import { langOf, sayWeight, t } from './say.ts'

/** A lot's certificate with its code, on screen and on paper. */
export function CertificateScreen({ gtin, lotNumber }: { gtin: string; lotNumber: string }) {
  const path = `/api/traces/${gtin}/${encodeURIComponent(lotNumber)}`
  const trace = useLoaded(() => ask<TracePage>('GET', path), [path], `trace:${gtin}:${lotNumber}`)
  const mine = useLoaded(() => ask<Page<Merchant>>('GET', '/api/merchants/mine'), [])
  const pledge = trace.value?.pledge
  // The paper carries the whole number; strangers on the trace page see a part of it.
  const own = mine.value?.items.find(({ id }) => id === trace.value?.merchant.id)?.contactPhone
  return (
    <Screen title={t('workbench.certificate')} back="#pledge">
      <Trouble error={trace.error} again={trace.again} />
      {!trace.value && trace.error === undefined && <Waiting />}
      {trace.value && pledge && (
        <>
          <article class="certificate">
            <h2>{t('workbench.certificate_title')}</h2>
            <SampleMark shown={trace.value.lot.isSample} />
            <p>{t('workbench.pledge_text')}</p>
            <dl class="pairs">
              <dt>{t('workbench.pledge_basis')}</dt>
              <dd>☑ {t(`traceability.basis.${pledge.basis}`)}</dd>
              <dt>{t('workbench.certificate_product')}</dt>
              <dd lang={langOf(pledge.productName)}>{pledge.productName}</dd>
              <dt>{t('workbench.certificate_quantity')}</dt>
              <dd>{sayWeight(pledge.quantityGrams)}</dd>
              <dt>{t('workbench.certificate_origin')}</dt>
              <dd lang={langOf(pledge.origin)}>{pledge.origin}</dd>
              <dt>{t('workbench.certificate_pledger')}</dt>
              <dd lang={langOf(pledge.pledger)}>{pledge.pledger}</dd>
              <dt>{t('workbench.certificate_contact')}</dt>
              <dd class="tabular">{own ?? pledge.contact}</dd>
              <dt>{t('workbench.certificate_day')}</dt>
              <dd class="tabular">{pledge.issuedOn}</dd>
            </dl>
            <img src={`${path}/code.svg`} alt={t('workbench.certificate_code')} width={160} height={160} />
            <p class="small tabular">{pledge.pledgeNumber}</p>
          </article>
          <button class="button button-main wide" type="button" onClick={() => print()}>
            <Icon name="print" /> {t('workbench.print')}
          </button>
        </>
      )}
    </Screen>
  )
}
