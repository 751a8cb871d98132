import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../ui/icons.tsx'
import type { OrderSummary } from './api.ts'
import { findWork, type Work } from './find-work.ts'
import { useLoaded } from './keep.ts'
import { useQueue } from './outbox.ts'
import { Nothing, SampleMark, Screen, Trouble, Waiting } from './parts.tsx'
import { ArriveRow, ConfirmRow, HandOverRow } from './rows.tsx'
import { langOf, sayDay, t } from './say.ts'
import type { Person } from './screens.tsx'
import { StuckRow } from './stuck-row.tsx'

/** What to do now, the largest heap first; the verbs stand where the thumb is. */
export function TodoScreen({ me }: { me: Person }) {
  const work = useLoaded(() => findWork(me), [me.account.id], `work:${me.account.id}`)
  const stuck = useQueue(me.account.id).filter((draft) => draft.refusal)
  const lists = me.duties.some(({ role }) => role === 'merchant_owner' || role === 'station_operator')
  const sells = me.duties.some(({ storeId, merchantId }) => storeId || merchantId)
  if (!lists && !sells)
    return (
      <Screen title={t('workbench.to_do')} back={null}>
        <Nothing icon="store" title={t('workbench.no_duty')} />
        <a class="button wide" href="#settings">
          {t('workbench.settings')}
        </a>
      </Screen>
    )
  const heaps = work.value ? heapsOf(work.value, work.again) : []
  return (
    <Screen title={t('workbench.to_do')} back={null} narrow={false}>
      <div class="todo">
        <div class="todo-list">
          {work.error !== undefined && (
            <Trouble
              error={work.error}
              again={work.again}
              {...(work.value ? { kept: t('workbench.shown_from_before') } : {})}
            />
          )}
          {stuck.length > 0 && (
            <Heap icon="warn" title={t('workbench.stuck', { count: stuck.length })}>
              {stuck.map((draft) => (
                <StuckRow key={draft.key} ready={draft} />
              ))}
            </Heap>
          )}
          {heaps}
          {work.value === undefined && work.error === undefined && <Waiting />}
          {work.value && heaps.length === 0 && stuck.length === 0 && (
            <Nothing title={t('workbench.nothing')}>
              <p class="soft">{t('workbench.nothing_hint')}</p>
            </Nothing>
          )}
          {work.value?.more && <p class="soft">{t('workbench.more_later')}</p>}
        </div>
        <nav class="verbs" aria-label={t('workbench.verbs')}>
          <div class="dock">
            {lists && <Verb href="#sell" icon="camera" text={t('workbench.sell')} main />}
            {sells && <Verb href="#money" icon="coins" text={t('workbench.money')} />}
          </div>
          <div class="verbs-more">
            {lists && <Verb href="#pledge" icon="seal" text={t('workbench.pledge')} />}
            <Verb href="#notices" icon="bell" text={t('workbench.notices')} count={work.value?.unread ?? 0} />
            <Verb href="#settings" icon="person" text={t('workbench.settings')} />
          </div>
        </nav>
      </div>
    </Screen>
  )
}

function Verb({
  href,
  icon,
  text,
  main,
  count = 0,
}: {
  href: string
  icon: IconName
  text: string
  main?: boolean
  count?: number
}) {
  return (
    <a class={main ? 'button button-main verb verb-main' : 'button verb'} href={href}>
      <Icon name={icon} />
      <span>{text}</span>
      {count > 0 && <span class="count">{count > 99 ? '99+' : count}</span>}
    </a>
  )
}

function heapsOf({ disputed, toShip, toConfirm, coming, toHandOver }: Work, again: () => void) {
  const heaps = [
    {
      count: disputed.length,
      heap: (
        <Heap key="disputed" icon="warn" title={t('workbench.after_sales', { count: disputed.length })}>
          {disputed.map((order) => (
            <OrderRow key={order.orderId} order={order} />
          ))}
        </Heap>
      ),
    },
    {
      count: toShip.length,
      heap: (
        <Heap key="ship" icon="truck" title={t('workbench.to_ship', { count: toShip.length })}>
          {toShip.map((order) => (
            <OrderRow key={order.orderId} order={order} />
          ))}
        </Heap>
      ),
    },
    {
      count: toConfirm.length,
      heap: (
        <Heap key="confirm" icon="store" title={t('workbench.to_confirm', { count: toConfirm.length })}>
          {toConfirm.map((product) => (
            <ConfirmRow key={product.id} product={product} />
          ))}
        </Heap>
      ),
    },
    {
      count: toHandOver.length,
      heap: (
        <Heap key="hand-over" icon="person" title={t('workbench.to_hand_over', { count: toHandOver.length })}>
          {toHandOver.map((parcel) => (
            <HandOverRow key={parcel.shipmentId} parcel={parcel} />
          ))}
        </Heap>
      ),
    },
    {
      count: coming.length,
      heap: (
        <Heap key="coming" icon="basket" title={t('workbench.coming', { count: coming.length })}>
          {coming.map((parcel) => (
            <ArriveRow key={parcel.shipmentId} parcel={parcel} arrived={again} />
          ))}
        </Heap>
      ),
    },
  ]
  // Equal heaps stay in this order: who waits for money, then for goods.
  return heaps
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ heap }) => heap)
}

function Heap({ icon, title, children }: { icon: IconName; title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2 class="heap-title">
        <Icon name={icon} /> {title}
      </h2>
      <ul class="jobs">{children}</ul>
    </section>
  )
}

function OrderRow({ order }: { order: OrderSummary }) {
  return (
    <li>
      <a class="job" href={`#order/${order.storeId}/${order.orderId}`}>
        <span class="job-words">
          <strong>
            <span lang={langOf(order.firstName)}>
              {order.firstName} {order.firstLabel}
            </span>
            {order.lineCount > 1 && ` ${t('workbench.and_more', { count: order.lineCount - 1 })}`}
          </strong>
          <span class="soft">
            <span lang={langOf(order.regionName)}>
              {order.recipient} · {order.regionName}
            </span>{' '}
            · {sayDay(order.paidAt ?? order.placedAt)}
          </span>
          <SampleMark shown={order.isSample} />
        </span>
        <span class="job-number">×{order.pieces}</span>
        <Icon name="next" />
      </a>
    </li>
  )
}
