import type { FastifyRequest } from 'fastify'
import type { TracePage } from '../../../server/modules/traceability/index.ts'
import { Breadcrumb, SampleMark, Section, Timeline } from '../../ui/market/index.ts'
import type { Key } from '../../words/words.ts'
import { Frame } from '../frame.tsx'
import { crumbsOf } from './browse.tsx'
import { localTime } from './buy.tsx'

/** Where a lot comes from: what the code on the box opens, without signing in. */
export function TraceView({ request, trace }: { request: FastifyRequest; trace: TracePage }) {
  const { say: t } = request
  const { lot, pledge, product } = trace
  return (
    <Frame request={request} title={`${t('market.trace')} ${product.name}`}>
      <Breadcrumb label={t('market.menu')} crumbs={crumbsOf(trace.path)} />
      <h1>{product.name}</h1>
      {lot.isSample && <SampleMark t={t} />}
      <dl class="totals">
        <div>
          <dt>{t('market.lot')}</dt>
          <dd>{lot.lotNumber}</dd>
        </div>
        <div>
          <dt>{t('market.producer')}</dt>
          <dd>
            {trace.merchant.name} {lot.producerName}
          </dd>
        </div>
        <div>
          <dt>{t('market.harvested')}</dt>
          <dd>{lot.harvestedOn}</dd>
        </div>
      </dl>
      {pledge && (
        <Section id="pledge" title={t('market.pledge')}>
          <p>
            {pledge.pledgeNumber} · {pledge.pledger} · {pledge.issuedOn}
          </p>
          <p>{t(`traceability.basis.${pledge.basis}` as Key)}</p>
        </Section>
      )}
      <Section id="journey" title={t('market.journey')}>
        <Timeline
          moments={trace.journey.map((step) => ({
            title: t(`traceability.kind.${step.kind}` as Key),
            when: localTime(step.firstAt),
            at: step.firstAt,
            note: step.place,
            state: 'done' as const,
          }))}
          t={t}
        />
      </Section>
    </Frame>
  )
}
