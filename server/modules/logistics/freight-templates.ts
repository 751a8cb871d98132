import { type Actor, requireDuty } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { change, type Db, row, rows, type Tx } from '../../kernel/db.ts'
import { badInput } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { requireStore } from '../stores/index.ts'
import { usualTemplate } from './freight.ts'
import { nowhereSent, regionTwice } from './refusals.ts'
import type { FreightRule, FreightTemplate, SaveFreightTemplate } from './shapes.ts'

export const sellers = ['merchant_owner', 'store_owner', 'store_staff'] as const

/** Saves what a store asks for sending; it holds for orders placed from now on. */
export async function saveFreightTemplate(
  tx: Tx,
  actor: Actor,
  storeId: string,
  input: SaveFreightTemplate,
): Promise<FreightTemplate> {
  const store = await requireStore(tx, storeId)
  requireDuty(actor, sellers, { storeId, merchantId: store.merchantId })
  checkRules(input.rules)
  await writeTemplates(tx, [{ storeId, ...input }])
  await audit(tx, actor, {
    did: 'logistics.save_freight_template',
    subject: `store:${storeId}`,
    divisionCode: store.villageCode,
    detail: { rules: input.rules.length, freeFrom: input.freeFrom },
  })
  return { storeId, isUsual: false, ...input }
}

/** What a store asks for sending; the usual rates until it has saved its own. */
export async function freightTemplateOf(on: Db, storeId: string): Promise<FreightTemplate> {
  const template = await row<Omit<FreightTemplate, 'rules' | 'isUsual'>>(
    on,
    `select store_id, name, free_from, ships_within_hours, cold_chain from logistics.freight_template where store_id = $1`,
    [storeId],
  )
  if (!template) return { storeId, name: '', isUsual: true, ...usualTemplate }
  const rules = await rows<FreightRule>(
    on,
    `select region_prefix, first_grams, first_fen, further_grams, further_fen, days_min, days_max, refused
     from logistics.freight_rule r join logistics.freight_template t on t.id = r.template_id
     where t.store_id = $1 order by region_prefix`,
    [storeId],
  )
  return { ...template, isUsual: false, rules }
}

/** Writes many stores' tables at once, each replacing the one before. */
export async function writeTemplates(
  tx: Tx,
  templates: readonly (SaveFreightTemplate & { storeId: string })[],
): Promise<void> {
  const given = JSON.stringify(templates.map((template) => ({ id: newId(), ...template })))
  await change(
    tx,
    `insert into logistics.freight_template (id, store_id, name, free_from, ships_within_hours, cold_chain)
     select id, "storeId", name, "freeFrom", "shipsWithinHours", "coldChain"
     from jsonb_to_recordset($1::jsonb) g(id uuid, "storeId" uuid, name text, "freeFrom" bigint,
       "shipsWithinHours" int, "coldChain" boolean)
     on conflict (store_id) do update set name = excluded.name, free_from = excluded.free_from,
       ships_within_hours = excluded.ships_within_hours, cold_chain = excluded.cold_chain, updated_at = now()`,
    [given],
  )
  const storeIds = templates.map((template) => template.storeId)
  await change(
    tx,
    `delete from logistics.freight_rule r using logistics.freight_template t
     where t.id = r.template_id and t.store_id = any($1)`,
    [storeIds],
  )
  await change(
    tx,
    `insert into logistics.freight_rule
     select t.id, r."regionPrefix", r."firstGrams", r."firstFen", r."furtherGrams", r."furtherFen", r."daysMin", r."daysMax",
       r.refused
     from jsonb_to_recordset($1::jsonb) g("storeId" uuid, rules jsonb)
     join logistics.freight_template t on t.store_id = g."storeId",
     jsonb_to_recordset(g.rules) r("regionPrefix" text, "firstGrams" int, "firstFen" bigint, "furtherGrams" int,
       "furtherFen" bigint, "daysMin" int, "daysMax" int, refused boolean)`,
    [given],
  )
}

function checkRules(rules: readonly FreightRule[]): void {
  const seen = new Set<string>()
  for (const [index, rule] of rules.entries()) {
    if (seen.has(rule.regionPrefix)) throw regionTwice({ prefix: rule.regionPrefix }, `rules.${index}.regionPrefix`)
    seen.add(rule.regionPrefix)
    if (rule.daysMax < rule.daysMin) throw badInput({ detail: 'daysMax < daysMin' }, `rules.${index}.daysMax`)
  }
  if (rules.every((rule) => rule.refused)) throw nowhereSent()
}
