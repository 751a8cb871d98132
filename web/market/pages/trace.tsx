import type { FastifyRequest } from 'fastify'
import { dayOf } from '../../../server/kernel/time.ts'
import type { OfferDetail } from '../../../server/modules/stores/index.ts'
import type { TracePage } from '../../../server/modules/traceability/index.ts'
import { paths } from '../../paths.ts'
import { Breadcrumb, Named, Picture, SampleMark, Section, Timeline } from '../../ui/market/index.ts'
import type { Key } from '../../words/words.ts'
import { Frame } from '../frame.tsx'
import { pictureOf } from '../parts/cards.ts'
import { Certifications } from '../parts/certifications.tsx'
import { DayTime, sayDay, sayMoment } from '../parts/days.tsx'
import { crumbsOf, goodsName, nameOf, stepOf, whereOf } from '../parts/names.ts'
import { OriginMap } from '../parts/origin-map.tsx'
import { packName, sayWeight } from '../parts/packs.ts'

export interface TraceProps {
  request: FastifyRequest
  trace: TracePage
  /** While the product is on sale: its picture, and the way to it. */
  offer?: OfferDetail | undefined
}

/** Where a lot comes from: what the code on the box opens, without signing in. */
export function TraceView({ request, trace, offer }: TraceProps) {
  const { say: t, actor } = request
  const { language } = actor
  const { lot, product } = trace
  const name = goodsName(product, language)
  const village = stepOf(trace.path, 'village')
  const picture = pictureOf(offer ?? { form: '', cover: null, productId: product.id, name: product.name })
  return (
    <Frame
      request={request}
      title={`${t('market.trace')} ${name}`}
      description={t('market.trace_lead', { lot: lot.lotNumber })}
      shareImage={offer && paths.sharePicture(offer.productId)}
    >
      <Breadcrumb label={t('market.path')} crumbs={crumbsOf(trace.path, language, name)} />
      <header class="trace-head">
        <Picture {...picture} first />
        <div>
          <p class="soft">{t('market.trace')}</p>
          <h1 class="serif">
            <Named words={name} />
          </h1>
          <p class="trace-lot">
            <span class="soft">{t('market.lot')}</span> <strong class="tabular">{lot.lotNumber}</strong>
          </p>
          {lot.isSample && <SampleMark t={t} />}
          {offer && (
            <p>
              <a href={paths.product(offer.productId)}>{t('market.to_product')}</a>
            </p>
          )}
        </div>
      </header>
      <div class="columns">
        <div>
          <Section id="facts" title={t('market.trace_facts')}>
            <dl class="pairs card">
              <dt>{t('market.harvested')}</dt>
              <dd>
                <DayTime day={lot.harvestedOn} language={language} />
              </dd>
              <dt>{t('market.producer')}</dt>
              <dd>
                <Named words={[trace.merchant.name, lot.producerName].filter(Boolean).join(' · ')} />
              </dd>
              <dt>{t('market.origin')}</dt>
              <dd>
                {whereOf(trace.path, language)}{' '}
                {village && <a href={paths.village(village.code)}>{nameOf(village, language)}</a>}
                {lot.plot && <Named words={` · ${lot.plot}`} />}
              </dd>
              <dt>{t('market.lot_quantity')}</dt>
              <dd>{sayWeight(lot.quantityGrams, language)}</dd>
              <dt>{t('market.code_on_box')}</dt>
              <dd class="tabular">
                {trace.gtin} · <Named words={packName(product.label, packGrams(trace, offer), language)} />
              </dd>
            </dl>
          </Section>
          <Pledge request={request} trace={trace} />
          <Seals request={request} trace={trace} />
        </div>
        <div>
          <Section id="journey" title={t('market.journey')}>
            <Timeline
              moments={trace.journey.map((step) => ({
                title: t(`traceability.kind.${step.kind}` as Key),
                // Steps of the goods on their way are summed over many parcels, so a day says enough.
                when: step.times > 1 ? sayDay(dayOf(step.firstAt), language) : sayMoment(step.firstAt, language),
                at: step.firstAt,
                note: [step.place, step.note].filter(Boolean).join(' · '),
                state: 'done' as const,
              }))}
              t={t}
            />
          </Section>
          <OriginMap
            countyCode={stepOf(trace.path, 'county')?.code ?? ''}
            label={t('market.map_of', { place: whereOf(trace.path, language) })}
            language={language}
          />
        </div>
      </div>
    </Frame>
  )
}

function packGrams({ gtin }: TracePage, offer: OfferDetail | undefined): number {
  return offer?.skus.find((sku) => sku.gtin === gtin)?.weightGrams ?? 0
}

/** The conformity pledge, as it lies in the box. */
function Pledge({ request, trace }: { request: FastifyRequest; trace: TracePage }) {
  const { say: t, actor } = request
  const { pledge } = trace
  if (!pledge) return null
  return (
    <Section id="pledge" title={t('market.pledge')}>
      <div class="pledge">
        <p class="pledge-basis">{t(`traceability.basis.${pledge.basis}`)}</p>
        <p>{t('market.pledge_says')}</p>
        <dl class="pairs">
          <dt>{t('market.pledge_no')}</dt>
          <dd class="tabular">{pledge.pledgeNumber}</dd>
          <dt>{t('market.pledge_goods')}</dt>
          <dd>
            <Named words={pledge.productName} /> {sayWeight(pledge.quantityGrams, actor.language)}
          </dd>
          <dt>{t('market.origin')}</dt>
          <dd>
            <Named words={pledge.origin} />
          </dd>
          <dt>{t('market.pledger')}</dt>
          <dd>
            <Named words={pledge.pledger} /> <span class="tabular">{pledge.contact}</span>
          </dd>
          <dt>{t('market.issued')}</dt>
          <dd>
            <DayTime day={pledge.issuedOn} language={actor.language} />
          </dd>
        </dl>
      </div>
    </Section>
  )
}

function Seals({ request, trace }: { request: FastifyRequest; trace: TracePage }) {
  const { say: t } = request
  if (trace.certifications.length === 0) return null
  return (
    <Section id="seals" title={t('market.seals')}>
      <Certifications request={request} items={trace.certifications} class="facts card" />
    </Section>
  )
}
