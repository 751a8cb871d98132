import type { Say } from '../../../web/words/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import type { Tx } from '../../kernel/db.ts'
import type { Page } from '../../kernel/pages.ts'
import type { Sheet } from '../../kernel/sheet.ts'
import { addMonths, clockOf } from '../../kernel/time.ts'
import { partInLatin, pathOf } from '../divisions/index.ts'
import { ordersBehind } from '../orders/index.ts'
import { periodOf } from './periods.ts'
import { sampleIn } from './sample-in.ts'
import { notesFor } from './sheet-notes.ts'
import { targets } from './targets.ts'
import { coverageOf } from './view-coverage.ts'
import { divisionView } from './view-division.ts'

export const tables = ['divisions', 'coverage', 'targets', 'evidence'] as const
export type TableName = (typeof tables)[number]

export interface SheetRequest {
  table: TableName
  code: string
  period: string
  only?: 'all' | 'gaps' | 'covered'
}

/** Says how far a sheet is: so many rows of so many are read. */
export type Tell = (done: number, all: number) => Promise<void>

// A sheet holds what a person can read; whoever needs more narrows the place or the period.
const rowsAtMost = 20_000
const rowsAtOnce = 1000

/** Any table of the office as a sheet that explains itself: definition, cut-off, evidence, sample mark. Exports are audited. */
export async function exportSheet(
  tx: Tx,
  actor: Actor,
  say: Say,
  { table, ...of }: SheetRequest,
  tell: Tell = async () => {},
): Promise<Sheet> {
  const sheet = await sheets[table](tx, actor, say, of, tell)
  await audit(tx, actor, {
    did: 'monitoring.export',
    subject: `table:${table}`,
    divisionCode: of.code,
    detail: { period: of.period, rows: sheet.rows.length },
  })
  return sheet
}

/** What a sheet is called: the place, the table, the period. */
export async function titleOf(
  tx: Tx,
  { language }: Actor,
  say: Say,
  { table, code, period }: SheetRequest,
): Promise<string> {
  const name = say(`monitoring.sheet.${table}`)
  if (table === 'targets') return name
  const path = await pathOf(tx, code)
  const place = language === 'zh' ? path.map((part) => part.name).join('') : path.map(partInLatin).join(' ')
  return table === 'coverage' ? `${place} ${name}` : `${place} ${name} ${period}`
}

type Draw = (tx: Tx, actor: Actor, say: Say, of: Omit<SheetRequest, 'table'>, tell: Tell) => Promise<Sheet>

const sheets: Record<TableName, Draw> = {
  async divisions(tx, actor, say, { code, period }) {
    const view = await divisionView(tx, actor, { code, period })
    return {
      title: await titleOf(tx, actor, say, { table: 'divisions', code, period }),
      notes: await notesFor(tx, actor, say, {
        indicators: ['online_sales', 'orders', 'ovops_coverage', 'station_coverage'],
        asOf: view.asOf,
        isSample: view.self.sampleOrders > 0 || (await sampleIn(tx, code)),
      }),
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
        each.code === code ? say('monitoring.total') : nameFor(actor, each),
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
  async coverage(tx, actor, say, { code, period, only = 'all' }, tell) {
    const { self } = await divisionView(tx, actor, { code, period })
    const expected = { all: self.villages, covered: self.covered, gaps: self.villages - self.covered }[only]
    const read = (cursor: Next) => coverageOf(tx, actor, { code, only, limit: rowsAtOnce, ...(cursor && { cursor }) })
    const { items, last, cutAt } = await readAll(read, expected, tell)
    const { asOf, isSample } = last
    const mark = (holds: boolean) => say(holds ? 'monitoring.yes' : 'monitoring.no')
    return {
      title: await titleOf(tx, actor, say, { table: 'coverage', code, period }),
      notes: await notesFor(tx, actor, say, {
        indicators: ['ovops_coverage', 'station_coverage'],
        asOf,
        isSample,
        cutAt,
      }),
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
        nameFor(actor, each),
        mark(each.productPublished),
        mark(each.storeActive),
        each.lastSaleAt && clockOf(each.lastSaleAt),
        mark(each.stationOpen),
        mark(each.covered),
      ]),
    }
  },
  async targets(tx, actor, say, of) {
    const { items: all, asOf, isSample } = await targets(tx)
    const zh = actor.language === 'zh'
    const indicators = [...new Set(all.flatMap(({ indicator }) => indicator ?? []))]
    return {
      title: await titleOf(tx, actor, say, { table: 'targets', ...of }),
      notes: await notesFor(tx, actor, say, { indicators, asOf, isSample }),
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
        nameFor(actor, target),
        target.value,
        zh ? target.unit : target.unitEn,
        target.deadline,
        target.measured ?? say('monitoring.not_measured'),
        zh ? target.responsible : target.responsibleEn,
        target.note,
      ]),
    }
  },
  async evidence(tx, actor, say, { code, period }, tell) {
    const asOf = new Date().toISOString()
    const span = { divisionCode: code, ...daysOf(period) }
    const { self } = await divisionView(tx, actor, { code, period })
    const read = (cursor: Next) => ordersBehind(tx, actor, { ...span, limit: rowsAtOnce, ...(cursor && { cursor }) })
    const { items, cutAt } = await readAll(read, self.orders, tell)
    const isSample = items.some((each) => each.isSample)
    return {
      title: await titleOf(tx, actor, say, { table: 'evidence', code, period }),
      notes: await notesFor(tx, actor, say, { indicators: ['online_sales', 'orders'], asOf, isSample, cutAt }),
      columns: [
        { head: say('monitoring.order_number'), width: 24 },
        { head: say('monitoring.paid_at'), width: 20 },
        { head: say('monitoring.product'), width: 24 },
        { head: say('monitoring.store'), width: 24 },
        { head: say('monitoring.place'), width: 16 },
        { head: say('monitoring.quantity') },
        { head: `${say('monitoring.paid')}（${say('monitoring.yuan')}）`, money: true },
        { head: `${say('monitoring.refunded')}（${say('monitoring.yuan')}）`, money: true },
        { head: say('monitoring.sent_to') },
        { head: say('monitoring.buyer') },
        { head: say('monitoring.state') },
        { head: say('monitoring.sample') },
      ],
      rows: items.map((each) => [
        each.orderNumber,
        clockOf(each.paidAt),
        each.productName,
        each.storeName,
        each.villageCode,
        each.quantity,
        each.total,
        each.refundedAmount,
        each.regionName,
        each.buyer,
        say(`orders.state.${each.state}`),
        each.isSample ? say('kernel.sample') : '',
      ]),
    }
  },
}

function nameFor({ language }: Actor, { name, nameEn }: { name: string; nameEn: string }): string {
  return language === 'zh' ? name : nameEn
}

type Next = string | undefined

/** Page by page up to the most a sheet holds, telling after each how far it is; `cutAt` when there was more. */
async function readAll<Found extends Page<Found['items'][number]>>(
  read: (cursor: Next) => Promise<Found>,
  expected: number,
  tell: Tell,
): Promise<{ items: Found['items']; last: Found; cutAt: number | undefined }> {
  const items: Found['items'] = []
  for (let cursor: Next; ; ) {
    const last = await read(cursor)
    items.push(...last.items)
    const ends = !last.next || items.length >= rowsAtMost
    // More may have come, or gone, since they were counted.
    await tell(items.length, ends ? items.length : Math.min(rowsAtMost, Math.max(expected, items.length + 1)))
    if (ends) return { items, last, cutAt: last.next ? rowsAtMost : undefined }
    cursor = last.next
  }
}

/** The days of a month or a year, the last not included. */
function daysOf(period: string): { from: string; to: string } {
  const { from, to } = periodOf(period)
  return { from: `${from}-01`, to: `${addMonths(to, 1)}-01` }
}
