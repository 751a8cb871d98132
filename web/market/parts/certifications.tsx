import type { FastifyRequest } from 'fastify'
import { Named } from '../../ui/market/index.ts'
import type { Key } from '../../words/words.ts'
import { DayTime } from './days.tsx'

interface Certification {
  type: string
  certificateNumber: string
  holder: string
  validTo: string | null
}

/** Marks with their number, holder and last day. */
export function Certifications({
  request,
  items,
  class: look = 'facts',
}: {
  request: FastifyRequest
  items: readonly Certification[]
  class?: string
}) {
  const { say: t, actor } = request
  return (
    <ul class={look}>
      {items.map(({ type, certificateNumber, holder, validTo }) => (
        <li key={certificateNumber}>
          <span>
            <strong>{t(`catalog.certification.${type}` as Key)}</strong>{' '}
            <span class="tabular">
              <Named words={certificateNumber} />
            </span>
          </span>
          <span class="soft small">
            <Named words={holder} />
            {validTo && (
              <>
                {' · '}
                {t('market.valid_to')} <DayTime day={validTo} language={actor.language} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
