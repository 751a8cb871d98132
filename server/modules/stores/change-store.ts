import { type Actor, requireDuty, requireOffice, systemActor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { row, rows, type Tx, transact } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { every } from '../../kernel/schedule.ts'
import { addDays, type Day, dayOf } from '../../kernel/time.ts'
import { giveDuty, peopleWithDuty } from '../accounts/index.ts'
import { countyCodeOf } from '../divisions/index.ts'
import { storeActivated, storePaused } from './events.ts'
import { requireStore, storeColumns } from './read-stores.ts'
import { noticeTooShort, reasonMissing, wrongStep } from './refusals.ts'
import { type ReviewStore, type Store, storeSteps } from './store-shapes.ts'
import { tell } from './tell-people.ts'

const keepers = ['merchant_owner', 'store_owner'] as const
const noticeDays = 30

/** The county confirms a store, which then sells; it or a superior may return it with a reason. */
export async function reviewStore(tx: Tx, actor: Actor, id: string, { decision, reason }: ReviewStore): Promise<Store> {
  const before = await requireStore(tx, id)
  const county = countyCodeOf(before.villageCode)
  if (decision === 'return') {
    requireDuty(actor, 'officer', { divisionCode: county })
    if (!reason) throw reasonMissing(undefined, 'reason')
    const store = await step(tx, actor, before, 'review', { state: 'returned', returnReason: reason })
    await tell(tx, await ownersOf(tx, store), 'stores.notice.returned', store, { reason })
    return store
  }
  requireOffice(actor, county)
  const store = await step(tx, actor, before, 'review', { state: 'active' })
  const owners = await ownersOf(tx, store)
  for (const accountId of owners) await giveDuty(tx, systemActor, { accountId, role: 'store_owner', storeId: store.id })
  await announce(tx, storeActivated, happened(store))
  await tell(tx, owners, 'stores.notice.confirmed', store)
  return store
}

/** The store rests: what it offers disappears from the market until it resumes. Orders already placed go on. */
export async function pauseStore(tx: Tx, actor: Actor, id: string): Promise<Store> {
  const store = await step(tx, actor, await requireKept(tx, actor, id), 'pause', { state: 'paused' })
  await announce(tx, storePaused, happened(store))
  return store
}

/** The store sells again. */
export async function resumeStore(tx: Tx, actor: Actor, id: string): Promise<Store> {
  const store = await step(tx, actor, await requireKept(tx, actor, id), 'resume', { state: 'active' })
  await announce(tx, storeActivated, happened(store))
  return store
}

/** Says that the store will close; the law wants 30 days' notice (电子商务法 第十六条), shown on its page. */
export async function closeStore(
  tx: Tx,
  actor: Actor,
  id: string,
  closingOn?: Day,
  today: Day = dayOf(new Date()),
): Promise<Store> {
  const earliest = addDays(today, noticeDays)
  if (closingOn && closingOn < earliest) throw noticeTooShort({ earliest }, 'closingOn')
  const before = await requireKept(tx, actor, id)
  return step(tx, actor, before, 'close', { state: before.state, closingOn: closingOn ?? earliest })
}

/** Closes the stores whose announced day has come. */
export async function closeDueStores(tx: Tx, today: Day): Promise<number> {
  const closed = await rows<Store>(
    tx,
    `update stores.store set state = 'closed' where closing_on <= $1 and state <> 'closed' returning ${storeColumns}`,
    [today],
  )
  await announce(tx, storePaused, ...closed.map(happened))
  return closed.length
}

async function requireKept(tx: Tx, actor: Actor, id: string): Promise<Store> {
  const store = await requireStore(tx, id)
  requireDuty(actor, keepers, { storeId: store.id, merchantId: store.merchantId })
  return store
}

async function step(
  tx: Tx,
  actor: Actor,
  before: Store,
  did: keyof typeof storeSteps,
  { state, returnReason, closingOn }: { state: Store['state']; returnReason?: string; closingOn?: Day },
): Promise<Store> {
  const store = await row<Store>(
    tx,
    `update stores.store set state = $2, return_reason = $3, closing_on = coalesce($4, closing_on),
       opened_at = case when $2 = 'active' then coalesce(opened_at, now()) else opened_at end
     where id = $1 and state = any($5) returning ${storeColumns}`,
    [before.id, state, returnReason ?? null, closingOn ?? null, storeSteps[did]],
  )
  // Decided otherwise a moment ago, or never in a state for this.
  if (!store) throw wrongStep({ state: before.state })
  await audit(tx, actor, {
    did: `stores.${did}_store`,
    subject: `store:${store.id}`,
    divisionCode: store.villageCode,
    detail: { from: before.state, to: store.state, returnReason, closingOn },
  })
  return store
}

async function ownersOf(tx: Tx, { merchantId }: Store): Promise<string[]> {
  return peopleWithDuty(tx, 'merchant_owner', { merchantId })
}

function happened({ id, merchantId, villageCode }: Store) {
  return { storeId: id, merchantId, villageCode }
}

every(3600, 'stores.close_due_stores', async (db) => {
  await transact(db, (tx) => closeDueStores(tx, dayOf(new Date())))
})
