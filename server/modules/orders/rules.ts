import { type Db, row } from '../../kernel/db.ts'

export interface Rule<Value> {
  name: string
  version: number
  value: Value
}

/** Does a rule hold on the day it is in China? SQL for statements that read a rule on the way; `at` is a moment. */
export function holdsOn(at = 'now()'): string {
  const day = `(${at} at time zone 'Asia/Shanghai')::date`
  return `valid_from <= ${day} and (valid_to is null or valid_to >= ${day})`
}

/** The version of a rule that holds today: deadlines and amounts are data, never code. */
export async function ruleToday<Value>(on: Db, name: string): Promise<Rule<Value>> {
  const rule = await row<Rule<Value>>(
    on,
    `select name, version, value from orders.rule
     where name = $1 and ${holdsOn()}
     order by version desc limit 1`,
    [name],
  )
  if (!rule) throw new Error(`no rule named ${name} holds today`)
  return rule
}
