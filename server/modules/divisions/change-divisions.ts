import { type Actor, requireDuty } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { change, type Db, row, rows, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { type Day, dayOf } from '../../kernel/time.ts'
import { type Division, findDivision, requireDivision } from './read-divisions.ts'
import { dayImpossible, stillHasParts, wrongLevel } from './refusals.ts'
import { soundOf } from './spell.ts'

export const changeKinds = ['merge', 'split', 'rename', 'recode'] as const

export interface DivisionChange {
  kind: (typeof changeKinds)[number]
  fromCode: string
  /** Where it went: the other place of a merge, the new one of a split, the new code. Itself when it is renamed. */
  toCode: string
  newName?: string | undefined
  changedOn: Day
  basis: string
}

export interface PastChange extends Omit<DivisionChange, 'newName'> {
  oldName: string | null
  newName: string | null
}

/**
 * Records that a division was renamed, recoded, merged into another or split off from one. The former code stays, in
 * force until that day, so that figures of earlier months keep their place.
 */
export async function changeDivision(tx: Tx, actor: Actor, input: DivisionChange): Promise<void> {
  const { kind, toCode, newName, changedOn } = input
  const from = await requireDivision(tx, input.fromCode)
  requireDuty(actor, 'admin', { divisionCode: from.parentCode ?? from.code })
  if (changedOn <= from.validFrom || changedOn > dayOf(new Date())) throw dayImpossible({ day: changedOn }, 'changedOn')
  if (kind === 'rename') {
    const name = newName ?? from.name
    await change(tx, 'update divisions.division set name = $2, pinyin = $3 where code = $1', [
      from.code,
      name,
      soundOf(name),
    ])
  } else {
    if (kind !== 'merge') await makeSuccessor(tx, from, input)
    await requireDivision(tx, toCode, from.level)
    // A split leaves the old village standing beside the new one; after the others the old code is history.
    if (kind !== 'split') await close(tx, from.code, changedOn)
  }
  await change(
    tx,
    `insert into divisions.division_change (id, kind, from_code, to_code, old_name, new_name, changed_on, basis)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), kind, from.code, toCode, from.name, newName ?? null, changedOn, input.basis],
  )
  await audit(tx, actor, {
    did: `divisions.${kind}`,
    subject: `division:${from.code}`,
    divisionCode: from.code,
    detail: { ...input },
  })
}

/** The place that a split or a new code brings: of the same kind, in the same groups, with the same flags, from that day on. */
async function makeSuccessor(tx: Tx, from: Division, { toCode, newName, changedOn }: DivisionChange): Promise<void> {
  if (await findDivision(tx, toCode)) return
  const parentCode = parentOf(toCode, from)
  await requireDivision(tx, parentCode)
  const name = newName ?? from.name
  await change(
    tx,
    `insert into divisions.division (code, prefix, name, level, parent_code, kind, urban_rural_class, pinyin, valid_from)
     select $2, left($2, $6), $3, level, $4, kind, urban_rural_class, $7, $5
     from divisions.division where code = $1`,
    [from.code, toCode, name, parentCode, changedOn, from.prefix.length, soundOf(name)],
  )
  for (const [table, what] of [
    ['flag', 'flag, source'],
    ['group_member', 'group_code'],
  ] as const) {
    const columns = what.split(', ').map((column) => `"${column}"`)
    await change(
      tx,
      `insert into divisions.${table} (division_code, valid_from, ${columns})
       select $2, $3, ${columns} from divisions.${table} where division_code = $1 and valid_to is null`,
      [from.code, toCode, changedOn],
    )
  }
}

/** A new code nests as the old one did, in the parent that its own digits name. */
function parentOf(code: string, { level, prefix }: Division): string {
  const digits = { province: 0, city: 2, county: 4, township: 6, village: 9 }[level]
  if (!/^0*$/.test(code.slice(prefix.length)) || digits === 0) throw wrongLevel({ code, wanted: level }, 'toCode')
  return code.slice(0, digits).padEnd(12, '0')
}

/** Ends a code and what was said of it. What lies inside carries it in its own codes, and so has to go first. */
async function close(tx: Tx, code: string, day: Day): Promise<void> {
  const part = await row(tx, 'select 1 from divisions.division where parent_code = $1 and valid_to is null limit 1', [
    code,
  ])
  if (part) throw stillHasParts({ code })
  await change(tx, 'update divisions.division set valid_to = $2 where code = $1', [code, day])
  for (const table of ['flag', 'group_member'])
    await change(
      tx,
      `update divisions.${table} set valid_to = $2 where division_code = $1 and valid_to is null and valid_from < $2`,
      [code, day],
    )
}

/** What a place was before and became after, oldest first. */
export async function historyOf(on: Db, code: string): Promise<PastChange[]> {
  return rows(
    on,
    `select kind, from_code, to_code, old_name, new_name, changed_on, basis from divisions.division_change
     where from_code = $1 or to_code = $1 order by changed_on limit 100`,
    [code],
  )
}
