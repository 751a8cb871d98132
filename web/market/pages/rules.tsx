import type { FastifyRequest } from 'fastify'
import { Fragment } from 'preact'
import { paths } from '../../paths.ts'
import { Section } from '../../ui/market/index.ts'
import { Frame } from '../frame.tsx'

/** What holds for an order: returns, damage, time to pay, who receives the money. */
export function RulesPage({ request }: { request: FastifyRequest }) {
  const { say: t } = request
  return (
    <Frame request={request} title={t('market.rules')}>
      <div class="prose">
        <h1>{t('market.rules')}</h1>
        <Section id="returns" title={t('market.if_bad')}>
          <p>{t('market.policy.damaged')}</p>
          <ul>
            {(['1', '20', '80'] as const).map((share) => (
              <li key={share}>{t(`orders.rule.damagedGoods.1.${share}`)}</li>
            ))}
          </ul>
          <p>{t('market.rules_marks')}</p>
          {(['sevenDay', 'perishableExempt', 'confirmedExempt'] as const).map((policy) => (
            <Fragment key={policy}>
              <h3>{t(`orders.return.${policy}`)}</h3>
              <p>{t(`market.policy.${policy}`)}</p>
            </Fragment>
          ))}
        </Section>
        <Section id="times" title={t('market.rules_times')}>
          <p>{t('market.rules_pay')}</p>
          <p>{t('market.rules_receive')}</p>
          <p>{t('market.rules_lost')}</p>
        </Section>
        <Section id="money" title={t('market.rules_money')}>
          <p>{t('market.rules_money_said')}</p>
        </Section>
        <Section id="real" title={t('market.is_it_real')}>
          <p>{t('market.rules_real')}</p>
        </Section>
        <p>
          <a href={paths.privacy()}>{t('market.privacy')}</a>
        </p>
      </div>
    </Frame>
  )
}

/** What is kept about a buyer, why, for how long, and how to have it back or gone. */
export function PrivacyPage({ request }: { request: FastifyRequest }) {
  const { say: t } = request
  return (
    <Frame request={request} title={t('market.privacy')}>
      <div class="prose">
        <h1>{t('market.privacy')}</h1>
        <p>{t('market.privacy_what')}</p>
        <p>{t('market.privacy_who')}</p>
        <p>{t('market.privacy_long')}</p>
        <p>{t('market.privacy_cookies')}</p>
        <p>
          {t('market.privacy_rights')} <a href={paths.account()}>{t('market.account')}</a>
        </p>
      </div>
    </Frame>
  )
}
