import { change, type Db } from '../../kernel/db.ts'
import type { Day } from '../../kernel/time.ts'
import type { StationKind, StationService } from './rules.ts'

export interface ImportedStation {
  id: string
  kind: StationKind
  divisionCode: string
  name: string
  address: string
  phone: string
  services: StationService[]
  pickup: boolean
  openedOn: Day
  isSample: boolean
}

/** Loads many open stations in one statement per 2,000. Divisions already served are left as they are. */
export async function importStations(db: Db, stations: readonly ImportedStation[]): Promise<number> {
  let added = 0
  for (let at = 0; at < stations.length; at += 2000) {
    added += await change(
      db,
      `insert into stations.station (id, tier, kind, division_code, name, address, phone, services, pickup, opened_on, is_sample)
       select s.id, (array['county', 'township', 'village'])[d.level - 2], s.kind, d.code, s.name, s.address, s.phone,
         array(select jsonb_array_elements_text(s.services)), s.pickup, s."openedOn", s."isSample"
       from jsonb_to_recordset($1::jsonb) as s(id uuid, kind text, "divisionCode" text, name text, address text, phone text,
         services jsonb, pickup boolean, "openedOn" date, "isSample" boolean)
       join divisions.division d on d.code = s."divisionCode" and d.level >= 3
       on conflict do nothing`,
      [JSON.stringify(stations.slice(at, at + 2000))],
    )
  }
  return added
}
