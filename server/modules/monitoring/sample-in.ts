import { type Db, row } from '../../kernel/db.ts'

/**
 * Has sample data ever been folded into the figures of this division, or anywhere? Then whatever is drawn of them says
 * so.
 */
export async function sampleIn(on: Db, divisionCode?: string): Promise<boolean> {
  const found = await row<{ sample: boolean }>(
    on,
    `select exists (select 1 from monitoring.sales where sample_orders > 0
       and division_code = coalesce($1, (select division_code from monitoring.standing where parent_code = ''))) sample`,
    [divisionCode ?? null],
  )
  return found?.sample ?? false
}
