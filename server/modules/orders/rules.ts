import { type Db, row } from '../../kernel/db.ts'

export interface Rule<Value> {
  name: string
  version: number
  value: Value
}

/** The version of a rule that holds today: deadlines and amounts are data, never code. */
export async function ruleToday<Value>(on: Db, name: string): Promise<Rule<Value>> {
  const rule = await row<Rule<Value>>(
    on,
    `select name, version, value from orders.rule
     where name = $1 and valid_from <= (now() at time zone 'Asia/Shanghai')::date
       and (valid_to is null or valid_to >= (now() at time zone 'Asia/Shanghai')::date)
     order by version desc limit 1`,
    [name],
  )
  if (!rule) throw new Error(`no rule named ${name} holds today`)
  return rule
}
