import type { Say } from '../../../web/words/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Sheet } from '../../kernel/sheet.ts'
import { pathOf } from '../divisions/index.ts'
import { ordersBehind } from '../orders/index.ts'
import { definitionOf, targets } from './targets.ts'
import { coverageOf } from './view-coverage.ts'
import { divisionView } from './view-division.ts'

export const tables = ['divisions', 'coverage', 'targets', 'evidence'] as const
export type TableName = (typeof tables)[number]

export interface SheetRequest {
  table: TableName
  code: string
  period: string
}

// A sheet holds what a person can read; whoever needs more narrows the place or the period.
const rowsAtMost = 20_000

/** Any table of the office as a sheet that explains itself: definition, cut-off, evidence, sample mark. Exports are audited. */
export async function exportSheet(
  tx: Tx,
  actor: Actor,
  say: Say,
  { table, code, period }: SheetRequest,
): Promise<Sheet> {
  const sheet = await sheets[table](tx, actor, say, { code, period })
  await audit(tx, actor, {
    did: 'monitoring.export',
    subject: `table:${table}`,
    divisionCode: code,
    detail: { period, rows: sheet.rows.length },
  })
  return sheet
}

type Draw = (tx: Tx, actor: Actor, say: Say, of: { code: string; period: string }) => Promise<Sheet>

const sheets: Record<TableName, Draw> = {
  async divisions(tx, actor, say, { code, period }) {
    const view = await divisionView(tx, actor, { code, period })
    const sample = view.self.sampleOrders > 0
    return {
      title: `${await placeName(tx, code)} ${say('monitoring.sheet.divisions')} ${period}`,
      notes: await notesFor(tx, actor, say, ['online_sales', 'ovops_coverage'], view.asOf, sample),
      columns: [
        { head: say('monitoring.code') },
        { head: say('monitoring.place'), width: 24 },
        { head: `${say('monitoring.sales')}（${say('monitoring.yuan')}）`, money: true },
        { head: `${say('monitoring.sales_year_ago')}（${say('monitoring.yuan')}）`, money: true },
        { head: `${say('monitoring.refunded')}（${say('monitoring.yuan')}）`, money: true },
        { head: say('monitoring.orders') },
        { head: say('monitoring.villages') },
        { head: say('monitoring.covered') },
        { head: say('monitoring.with_station') },
        { head: say('monitoring.sample_orders') },
      ],
      rows: [...view.children, view.self].map((each) => [
        each.code,
        each.code === code ? say('monitoring.total') : each.name,
        each.sales,
        each.salesYearAgo,
        each.refunded,
        each.orders,
        each.villages,
        each.covered,
        each.withStation,
        each.sampleOrders,
      ]),
    }
  },
  async coverage(tx, actor, say, { code }) {
    const { items } = await coverageOf(tx, actor, { code, limit: rowsAtMost })
    const mark = (holds: boolean) => say(holds ? 'monitoring.yes' : 'monitoring.no')
    return {
      title: `${await placeName(tx, code)} ${say('monitoring.sheet.coverage')}`,
      notes: await notesFor(tx, actor, say, ['ovops_coverage'], new Date().toISOString(), true),
      columns: [
        { head: say('monitoring.code') },
        { head: say('monitoring.place'), width: 24 },
        { head: say('monitoring.leg.product') },
        { head: say('monitoring.leg.store') },
        { head: say('monitoring.leg.sale'), width: 24 },
        { head: say('monitoring.with_station') },
        { head: say('monitoring.covered') },
      ],
      rows: items.map((each) => [
        each.villageCode,
        each.name,
        mark(each.productPublished),
        mark(each.storeActive),
        each.lastSaleAt,
        mark(each.stationOpen),
        mark(each.covered),
      ]),
    }
  },
  async targets(tx, actor, say) {
    const all = await targets(tx)
    const name = (target: (typeof all)[number]) => (actor.language === 'zh' ? target.name : target.nameEn)
    return {
      title: say('monitoring.sheet.targets'),
      notes: [`${say('monitoring.as_of')} ${new Date().toISOString()}`, say('monitoring.sample_note')],
      columns: [
        { head: say('monitoring.code') },
        { head: say('monitoring.target'), width: 40 },
        { head: say('monitoring.target_value') },
        { head: say('monitoring.unit') },
        { head: say('monitoring.deadline') },
        { head: say('monitoring.measured') },
        { head: say('monitoring.responsible'), width: 40 },
        { head: say('monitoring.note'), width: 60 },
      ],
      rows: all.map((target) => [
        target.code,
        name(target),
        target.value,
        target.unit,
        target.deadline,
        target.measured ?? say('monitoring.not_measured'),
        target.responsible,
        target.note,
      ]),
    }
  },
  async evidence(tx, actor, say, { code, period }) {
    const from = `${period.length === 4 ? `${period}-01` : period}-01`
    const { items } = await ordersBehind(tx, actor, {
      divisionCode: code,
      ...monthsAsDays(period, from),
      limit: rowsAtMost,
    })
    return {
      title: `${await placeName(tx, code)} ${say('monitoring.sheet.evidence')} ${period}`,
      notes: await notesFor(
        tx,
        actor,
        say,
        ['online_sales'],
        new Date().toISOString(),
        items.some((each) => each.isSample),
      ),
      columns: [
        { head: say('monitoring.order_number'), width: 24 },
        { head: say('monitoring.paid_at'), width: 24 },
        { head: say('monitoring.place'), width: 16 },
        { head: `${say('monitoring.paid')}（${say('monitoring.yuan')}）`, money: true },
        { head: `${say('monitoring.refunded')}（${say('monitoring.yuan')}）`, money: true },
        { head: say('monitoring.state') },
      ],
      rows: items.map((each) => [
        each.orderNumber,
        each.paidAt,
        each.villageCode,
        each.total,
        each.refundedAmount,
        each.state,
      ]),
    }
  },
}

function monthsAsDays(period: string, from: string): { from: string; to: string } {
  const [year = 0, month = 1] = from.split('-').map(Number)
  const next = period.length === 4 ? new Date(Date.UTC(year + 1, 0, 1)) : new Date(Date.UTC(year, month, 1))
  return { from, to: next.toISOString().slice(0, 10) }
}

async function placeName(tx: Tx, code: string): Promise<string> {
  return (await pathOf(tx, code)).map((part) => part.name).join('')
}

async function notesFor(
  tx: Tx,
  actor: Actor,
  say: Say,
  indicators: string[],
  asOf: string,
  sample: boolean,
): Promise<string[]> {
  const meanings = await Promise.all(indicators.map((indicator) => definitionOf(tx, indicator)))
  return [
    ...meanings.map(
      (definition) =>
        `${actor.language === 'zh' ? definition.name : definition.nameEn} v${definition.version}: ${actor.language === 'zh' ? definition.meaning : definition.meaningEn} (${say('monitoring.evidence')} ${definition.evidenceLevel})`,
    ),
    `${say('monitoring.as_of')} ${asOf}`,
    ...(sample ? [say('monitoring.sample_note')] : []),
  ]
}
