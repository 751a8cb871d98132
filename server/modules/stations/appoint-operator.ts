import { type Actor, requireDuty, systemActor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import type { Tx } from '../../kernel/db.ts'
import { type Day, dayOf } from '../../kernel/time.ts'
import { dutiesOf, endDuty, giveDuty } from '../accounts/index.ts'
import { alreadyClosed, unknownStation } from './refusals.ts'
import { tables } from './tables.ts'

/** Makes a person the operator of a station. The one before lays the duty down in the same moment. */
export async function appointOperator(
  tx: Tx,
  actor: Actor,
  { stationId, accountId }: { stationId: string; accountId: string },
): Promise<void> {
  // The lock makes two appointments of one station follow each other, and none slips past a closing.
  const station = await tables(tx)
    .selectFrom('station')
    .select(['divisionCode', 'closedOn'])
    .where('id', '=', stationId)
    .forUpdate()
    .executeTakeFirst()
  if (!station) throw unknownStation()
  const { divisionCode } = station
  requireDuty(actor, 'officer', { divisionCode })
  if (station.closedOn) throw alreadyClosed()

  const today = dayOf(new Date())
  await endPost(tx, { stationId, divisionCode }, today)
  await giveDuty(tx, systemActor, { accountId, role: 'station_operator', divisionCode })
  await beginPost(tx, { stationId, accountId }, today)

  await audit(tx, actor, {
    did: 'stations.appoint_operator',
    subject: `station:${stationId}`,
    divisionCode,
    detail: { accountId },
  })
}

/** Ends the post of whoever runs the station, and the duty that goes with it. */
export async function endPost(
  tx: Tx,
  { stationId, divisionCode }: { stationId: string; divisionCode: string },
  today: Day,
): Promise<void> {
  const ended = await tables(tx)
    .updateTable('operator')
    .set({ toOn: today })
    .where('stationId', '=', stationId)
    .where('toOn', 'is', null)
    .returning('accountId')
    .executeTakeFirst()
  if (!ended) return
  for (const duty of await dutiesOf(tx, ended.accountId)) {
    if (duty.role !== 'station_operator' || duty.divisionCode !== divisionCode) continue
    await endDuty(tx, systemActor, { dutyId: duty.id })
  }
}

/** Puts a person on the post. */
export async function beginPost(
  tx: Tx,
  { stationId, accountId }: { stationId: string; accountId: string },
  today: Day,
): Promise<void> {
  await tables(tx)
    .insertInto('operator')
    .values({ stationId, accountId, fromOn: today, toOn: null })
    // Someone who comes back on the very day they left goes on as before.
    .onConflict((on) => on.columns(['stationId', 'accountId', 'fromOn']).doUpdateSet({ toOn: null }))
    .execute()
}
