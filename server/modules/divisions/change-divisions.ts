import { type Actor, requireDuty } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { change, type Db, rows, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import type { Day } from '../../kernel/time.ts'
import { requireDivision } from './read-divisions.ts'

export interface DivisionChange {
  kind: 'merge' | 'split' | 'rename' | 'recode'
  fromCode: string
  toCode: string
  newName?: string
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
  const from = await requireDivision(tx, input.fromCode)
  requireDuty(actor, 'admin', { divisionCode: from.parentCode ?? from.code })
  if (input.kind === 'rename') {
    await change(tx, 'update divisions.division set name = $2 where code = $1', [from.code, input.newName ?? from.name])
  } else {
    await requireDivision(tx, input.toCode)
    // A split leaves the old village standing beside the new one; after the others the old code is history.
    if (input.kind !== 'split')
      await change(tx, 'update divisions.division set valid_to = $2 where code = $1', [from.code, input.changedOn])
  }
  await change(
    tx,
    `insert into divisions.division_change (id, kind, from_code, to_code, old_name, new_name, changed_on, basis)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), input.kind, from.code, input.toCode, from.name, input.newName ?? null, input.changedOn, input.basis],
  )
  await audit(tx, actor, {
    did: `divisions.${input.kind}`,
    subject: `division:${from.code}`,
    divisionCode: from.code,
    detail: { ...input },
  })
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
