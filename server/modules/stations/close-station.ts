import { type Actor, requireDuty } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import type { Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { dayOf } from '../../kernel/time.ts'
import { endPost } from './appoint-operator.ts'
import { stationClosed } from './events.ts'
import { requireStation } from './read-stations.ts'
import { alreadyClosed } from './refusals.ts'
import type { Station } from './shapes.ts'
import { stationColumns, tables } from './tables.ts'

/** Closes a station today; its operator's duty ends with it. */
export async function closeStation(tx: Tx, actor: Actor, stationId: string): Promise<Station> {
  const { divisionCode, tier } = await requireStation(tx, stationId)
  requireDuty(actor, 'officer', { divisionCode })

  const today = dayOf(new Date())
  const station = await tables(tx)
    .updateTable('station')
    .set({ closedOn: today })
    .where('id', '=', stationId)
    .where('closedOn', 'is', null)
    .returning(stationColumns)
    .executeTakeFirst()
  if (!station) throw alreadyClosed()

  await endPost(tx, { stationId, divisionCode }, today)
  await audit(tx, actor, { did: 'stations.close_station', subject: `station:${stationId}`, divisionCode })
  await announce(tx, stationClosed, { stationId, divisionCode, tier })
  return station
}
