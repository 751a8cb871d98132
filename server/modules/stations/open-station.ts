import { type Actor, requireDuty } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import type { Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import { dayOf } from '../../kernel/time.ts'
import { type Level, requireDivision } from '../divisions/index.ts'
import { stationOpened } from './events.ts'
import { alreadyServed, noStationHere, opensLater } from './refusals.ts'
import { type StationTier, stationTiers } from './rules.ts'
import type { OpenStation, Station } from './shapes.ts'
import { stationColumns, tables } from './tables.ts'

/** Opens the service station of a county, township or village. */
export async function openStation(tx: Tx, actor: Actor, input: OpenStation): Promise<Station> {
  requireDuty(actor, 'officer', { divisionCode: input.divisionCode })
  const division = await requireDivision(tx, input.divisionCode)
  const tier = tierOf(division.level)
  if (input.openedOn > dayOf(new Date())) throw opensLater(undefined, 'openedOn')

  // The unique index decides, so two officers opening at once cannot both win.
  const station = await tables(tx)
    .insertInto('station')
    .values({ id: newId(), tier, ...input, closedOn: null, isSample: false })
    .onConflict((on) => on.column('divisionCode').where('closedOn', 'is', null).doNothing())
    .returning(stationColumns)
    .executeTakeFirst()
  if (!station) throw alreadyServed({ divisionCode: division.code })

  await audit(tx, actor, {
    did: 'stations.open_station',
    subject: `station:${station.id}`,
    divisionCode: division.code,
    detail: { name: station.name, tier, openedOn: station.openedOn },
  })
  await announce(tx, stationOpened, { stationId: station.id, divisionCode: division.code, tier })
  return station
}

function tierOf(level: Level): StationTier {
  const tier = stationTiers.find((each) => each === level)
  if (!tier) throw noStationHere(undefined, 'divisionCode')
  return tier
}
