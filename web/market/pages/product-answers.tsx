import type { FastifyRequest } from 'fastify'
import type { OfferDetail } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import { Icon, Named, Seasons } from '../../ui/market/index.ts'
import type { Key } from '../../words/words.ts'
import { Answer } from '../parts/answer.tsx'
import { Certifications } from '../parts/certifications.tsx'
import { DayTime, monthNow } from '../parts/days.tsx'
import { nameOf, stepOf, whereOf } from '../parts/names.ts'
import { OriginMap } from '../parts/origin-map.tsx'
import { Seal } from '../parts/seal.tsx'
import type { Delivery } from './product-buy.tsx'

interface AnswersProps {
  request: FastifyRequest
  offer: OfferDetail
  story: string
  delivery?: Delivery | undefined
}

/** Who grew it, when it was picked, what if it arrives bad, is it real: the four that a picture does not answer. */
export function Answers(props: AnswersProps) {
  return (
    <div class="product-page-rest">
      <Grower {...props} />
      <Picked {...props} />
      <IfBad {...props} />
      <Real {...props} />
    </div>
  )
}

function Grower({ request, offer, story }: AnswersProps) {
  const { say: t, actor } = request
  const village = stepOf(offer.path, 'village')
  const { merchant, store, countyCode } = offer
  const grower = offer.lots.find((lot) => lot.producerName)?.producerName ?? ''
  return (
    <Answer id="grower" icon="person" title={t('market.who_grew')}>
      {story && (
        <p>
          <Named words={story} />
        </p>
      )}
      <div class="producer">
        <Seal code={merchant.id} character={grower || merchant.name} />
        <div>
          <p class="producer-name">
            <Named words={merchant.name} />
          </p>
          <p class="soft small">
            {t(`merchants.kind.${merchant.kind}` as Key)}
            {grower && <Named words={` · ${t('market.grown_by', { name: grower })}`} />}
          </p>
          <p>
            <a href={paths.store(offer.storeId)}>
              <Named words={store.name} />
            </a>
          </p>
        </div>
      </div>
      <div class="origin">
        <div>
          {village && (
            <p>
              <a href={paths.village(village.code)}>{nameOf(village, actor.language)}</a>
            </p>
          )}
          <p class="soft">{whereOf(offer.path, actor.language)}</p>
          <p class="soft small">{merchant.uscc ? t('market.licence', { code: merchant.uscc }) : t('market.exempt')}</p>
        </div>
        <OriginMap
          countyCode={countyCode}
          label={t('market.map_of', { place: whereOf(offer.path, actor.language) })}
          language={actor.language}
        />
      </div>
    </Answer>
  )
}

function Picked({ request, offer, delivery }: AnswersProps) {
  const { say: t, actor } = request
  return (
    <Answer id="picked" icon="leaf" title={t('market.picked')}>
      {offer.lots.length > 0 ? (
        <ul class="facts">
          {offer.lots.map((lot) => (
            <li key={lot.lotId}>
              <span>
                <DayTime day={lot.harvestedOn} language={actor.language} /> {t('market.harvested_word')}
              </span>
              <a class="tabular" href={lot.trace}>
                {t('market.lot')} {lot.lotNumber}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft">{t('market.no_lots')}</p>
      )}
      {delivery && (
        <p>
          {t('market.how_it_comes', {
            hours: delivery.shipsWithinHours,
            min: delivery.daysMin,
            max: delivery.daysMax,
          })}
          {(delivery.coldChain || offer.coldChain) && t('market.cold_chain')}
        </p>
      )}
      <Seasons months={offer.seasonMonths} now={monthNow()} t={t} />
    </Answer>
  )
}

function IfBad({ request, offer }: AnswersProps) {
  const { say: t } = request
  return (
    <Answer id="bad" icon="warn" title={t('market.if_bad')}>
      <p>{t(`market.policy.${offer.returnPolicy}` as Key)}</p>
      {offer.returnPolicy !== 'perishableExempt' && <p>{t('market.policy.damaged')}</p>}
      <p>
        <a href={paths.rules()}>{t('market.rules')}</a>
      </p>
    </Answer>
  )
}

function Real({ request, offer }: AnswersProps) {
  const { say: t } = request
  const [lot] = offer.lots
  return (
    <Answer id="real" icon="seal" title={t('market.is_it_real')}>
      {offer.seals.length > 0 ? (
        <Certifications request={request} items={offer.seals} />
      ) : (
        <p>{t('market.no_seals')}</p>
      )}
      {lot?.pledgeNumber && <p class="soft">{t('market.pledge_number', { number: lot.pledgeNumber })}</p>}
      {lot && (
        <p>
          <a class="button" href={lot.trace}>
            <Icon name="trace" /> {t('market.trace_it')}
          </a>
        </p>
      )}
    </Answer>
  )
}
