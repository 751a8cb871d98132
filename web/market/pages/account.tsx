import type { FastifyRequest } from 'fastify'
import { maskPhone } from '../../../server/kernel/mask.ts'
import { dayOf } from '../../../server/kernel/time.ts'
import type { myData } from '../../../server/modules/accounts/index.ts'
import { phonePattern } from '../../../server/modules/accounts/index.ts'
import { paths } from '../../paths.ts'
import { EmptyState, FieldRow, Named, Notice, Section } from '../../ui/market/index.ts'
import type { Key } from '../../words/words.ts'
import { Frame } from '../frame.tsx'
import { DayTime } from '../parts/days.tsx'

export interface SignInProps {
  request: FastifyRequest
  next?: string
  /** Once a code was sent there. */
  phone?: string
  /** What the sandbox would have sent to the phone. */
  sandboxText?: string
}

/** First the phone, then the code: one form each. */
export function SignInPage({ request, next, phone, sandboxText }: SignInProps) {
  const { say: t } = request
  return (
    <Frame request={request} title={t('market.sign_in')} hidden>
      <div class="narrow">
        <h1>{t('market.sign_in')}</h1>
        <p class="soft">{t('market.sign_in_hint')}</p>
        {sandboxText && (
          <Notice tone="warn" title={t('market.sandbox_text')}>
            <p>
              <Named words={sandboxText} />
            </p>
          </Notice>
        )}
        <form class="form card" action={phone ? '/sign-in' : '/sign-in/code'} method="post">
          {next && <input type="hidden" name="next" value={next} />}
          {phone ? (
            <>
              <input type="hidden" name="phone" value={phone} />
              <p>{t('market.code_sent', { phone })}</p>
              <FieldRow
                id="code"
                name="code"
                label={t('market.code')}
                required
                inputMode="numeric"
                pattern="[0-9]{6}"
                title={t('market.code')}
                autocomplete="one-time-code"
                maxLength={6}
              />
            </>
          ) : (
            <FieldRow
              id="phone"
              name="phone"
              type="tel"
              label={t('market.phone')}
              required
              autocomplete="tel"
              pattern={phonePattern}
              title={t('market.wrong.phone')}
              maxLength={11}
            />
          )}
          <button class="button button-main" type="submit">
            {t(phone ? 'market.sign_in' : 'market.send_code')}
          </button>
          {phone && (
            <a class="button button-quiet" href={paths.signIn(next)}>
              {t('market.other_phone')}
            </a>
          )}
        </form>
      </div>
    </Frame>
  )
}

/** What is kept about a person, and the ways out: sign out, take the data along, erase. */
export function AccountPage({ request, data }: { request: FastifyRequest; data: Awaited<ReturnType<typeof myData>> }) {
  const { say: t, actor } = request
  const { name, phone } = data.account
  // Whoever has given no name is called by the masked phone.
  const masked = maskPhone(phone ?? '')
  return (
    <Frame request={request} title={t('market.account')} hidden>
      <h1>{t('market.account')}</h1>
      <p>
        <strong class="tabular">
          <Named words={name} />
        </strong>{' '}
        {phone && name !== masked && <span class="tabular">{masked}</span>}{' '}
        <span class="soft">
          · {t('market.since')} <DayTime day={dayOf(data.account.createdAt)} language={actor.language} />
        </span>
      </p>
      {data.duties.length > 0 && (
        <ul class="row">
          {data.duties.map((duty) => (
            <li key={`${duty.role}${duty.fromAt}`} class="badge">
              {t(`accounts.role.${duty.role}` as Key)}
            </li>
          ))}
        </ul>
      )}
      <div class="row account-ways">
        <a class="button" href={paths.orders()}>
          {t('market.my_orders')}
        </a>
        <form action="/account/sign-out" method="post">
          <button class="button" type="submit">
            {t('market.sign_out')}
          </button>
        </form>
      </div>
      <Section id="data" title={t('market.my_data')}>
        <p>{t('market.my_data_hint')}</p>
        <a class="button account-ways" href="/account/data.json">
          {t('market.my_data_get')}
        </a>
      </Section>
      <Section id="erase" title={t('market.erase')}>
        <p>{t('market.erase_hint')}</p>
        <form class="form" action="/account/erase" method="post">
          <label class="choice">
            <input type="checkbox" name="sure" value="yes" required /> {t('market.erase_sure')}
          </label>
          <button class="button button-alarm" type="submit">
            {t('market.erase')}
          </button>
        </form>
      </Section>
    </Frame>
  )
}

/** Said once the account is gone: what is gone with it, and what the law keeps. */
export function ErasedPage({ request }: { request: FastifyRequest }) {
  const { say: t } = request
  return (
    <Frame request={request} title={t('market.erased')} hidden>
      <EmptyState title={t('market.erased')} heading action={{ label: t('market.back_home'), href: paths.home() }}>
        {t('market.erased_hint')}
      </EmptyState>
    </Frame>
  )
}
