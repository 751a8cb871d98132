import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'vitest'
import { change } from '../../kernel/db.ts'
import { notAllowed } from '../../kernel/errors.ts'
import { inTx, officer, person, refuses } from '../../kernel/testing.ts'
import { addDays, dayOf } from '../../kernel/time.ts'
import { isGtin } from '../catalog/index.ts'
import {
  alreadyPledged,
  checks,
  createLot,
  drawQr,
  issuePledge,
  lotNumberTaken,
  lotsById,
  lotsOf,
  notYetHarvested,
  recordTraceEvent,
  tracePageOf,
  traceUrl,
  unknownTrace,
} from './index.ts'
import { type Goods, someGoods } from './testing.ts'

const ownerOf = ({ merchantId }: Goods) => person({ role: 'merchant_owner', merchantId })
const july = { harvestedOn: '2026-07-10', quantityGrams: 200_000, producerName: '王小明', plot: '桃源二组' }

test(
  'a lot gets a number that says its harvest day',
  inTx(async (tx) => {
    const goods = await someGoods(tx)
    const lot = await createLot(tx, ownerOf(goods), { productId: goods.productId, ...july }, '2026-07-11')
    match(lot.lotNumber, /^260710-[2-9A-Z]{4}$/)
    equal(lot.villageCode, goods.villageCode)
    deepEqual([...(await lotsById(tx, [lot.id])).keys()], [lot.id])
  }),
)

test(
  'only the merchant and the station of its village make lots',
  inTx(async (tx) => {
    const goods = await someGoods(tx)
    const ask = { productId: goods.productId, ...july }
    await createLot(tx, person({ role: 'station_operator', divisionCode: goods.villageCode }), ask, '2026-07-11')
    await refuses(createLot(tx, officer(goods.villageCode), ask, '2026-07-11'), notAllowed)
    const elsewhere = person({ role: 'station_operator', divisionCode: '320206103210' })
    await refuses(createLot(tx, elsewhere, ask, '2026-07-11'), notAllowed)
  }),
)

test(
  'a lot number is used once per product',
  inTx(async (tx) => {
    const goods = await someGoods(tx)
    const ask = { productId: goods.productId, lotNumber: 'LOT-1', ...july }
    await refuses(createLot(tx, ownerOf(goods), ask, '2026-07-11'), lotNumberTaken)
  }),
)

test(
  'nothing is harvested tomorrow',
  inTx(async (tx) => {
    const goods = await someGoods(tx)
    const ask = { productId: goods.productId, ...july }
    await refuses(createLot(tx, ownerOf(goods), ask, '2026-07-09'), notYetHarvested)
    await refuses(createLot(tx, ownerOf(goods), ask, '2029-07-09'), notYetHarvested)
  }),
)

test(
  'a pledge names product, quantity, origin, day, pledger and contact, once per lot',
  inTx(async (tx) => {
    const goods = await someGoods(tx)
    const lotId = goods.lotIds[0] as string
    const { pledgeNumber, ...pledge } = await issuePledge(
      tx,
      ownerOf(goods),
      { lotId, basis: 'selfTest' },
      new Date('2026-07-02T20:00:00Z'),
    )
    match(pledgeNumber, /^HGZ260703-/)
    deepEqual(pledge, {
      productName: '阳山水蜜桃',
      quantityGrams: 1_000_000,
      origin: '江苏省无锡市惠山区阳山镇桃源村村委会',
      pledger: '桃源水蜜桃合作社',
      contact: '13800000000',
      basis: 'selfTest',
      issuedOn: '2026-07-03',
    })
    await refuses(issuePledge(tx, ownerOf(goods), { lotId, basis: 'selfTest' }), alreadyPledged)
  }),
)

test(
  'what happened is written once and never changed',
  inTx(async (tx) => {
    const goods = await someGoods(tx)
    const shipped = {
      lotId: goods.lotIds[0] as string,
      kind: 'shipped' as const,
      happenedAt: '2026-07-03T08:00:00Z',
      place: '江苏省南京市',
      quantity: 2,
      reference: 'order:1',
    }
    await recordTraceEvent(tx, shipped)
    await recordTraceEvent(tx, shipped)
    const page = await tracePageOf(tx, goods.gtins[0] as string, 'LOT-1')
    deepEqual(
      page.journey.map(({ kind, times, quantity }) => ({ kind, times, quantity })),
      [{ kind: 'shipped', times: 1, quantity: 2 }],
    )
    await change(tx, 'savepoint before')
    const error = await change(tx, 'update traceability.trace_event set quantity = 3').catch((e) => e)
    match(error.message, /never changed/)
    await change(tx, 'rollback to before')
  }),
)

test(
  'the page behind the code tells the journey, and sales only as sums per place',
  inTx(async (tx) => {
    const goods = await someGoods(tx, {
      certifications: [
        {
          type: 'green',
          certificateNumber: 'GF320206190012',
          holder: '桃源水蜜桃合作社',
          validFrom: addDays(dayOf(new Date()), -300),
          validTo: addDays(dayOf(new Date()), 300),
        },
      ],
    })
    const gtin = goods.gtins[0] as string
    ok(isGtin(gtin))
    const lot = await createLot(tx, ownerOf(goods), { productId: goods.productId, ...july }, '2026-07-11')
    await issuePledge(tx, ownerOf(goods), { lotId: lot.id, basis: 'selfPledge' }, new Date('2026-07-11T02:00:00Z'))
    for (const [n, place] of ['江苏省南京市', '上海市', '江苏省南京市'].entries()) {
      await recordTraceEvent(tx, {
        lotId: lot.id,
        kind: 'shipped',
        happenedAt: `2026-07-12T0${n}:00:00Z`,
        place,
        quantity: 1,
        note: '运单 SF1',
        reference: `order:${n}`,
      })
    }
    const page = await tracePageOf(tx, gtin, lot.lotNumber)
    deepEqual(page.path.map((part) => part.name).slice(-2), ['阳山镇', '桃源村村委会'])
    equal(page.merchant.name, '桃源水蜜桃合作社')
    equal(page.pledge?.pledger, '桃源水蜜桃合作社')
    deepEqual(
      page.certifications.map((seal) => seal.certificateNumber),
      ['GF320206190012'],
    )
    deepEqual(
      page.journey.map(({ kind, place, times, note }) => [kind, place, times, note]),
      [
        ['harvested', '桃源二组', 1, ''],
        ['pledged', '', 1, page.pledge?.pledgeNumber],
        ['shipped', '江苏省南京市', 2, ''],
        ['shipped', '上海市', 1, ''],
      ],
    )
    for (const check of checks.filter(({ name }) => !name.includes('every_lot'))) {
      const { found, expected } = await check.run(tx)
      deepEqual(found, expected, check.name)
    }
  }),
)

test(
  'the same lot number of another product is another lot',
  inTx(async (tx) => {
    const [one, other] = [await someGoods(tx), await someGoods(tx)]
    equal((await tracePageOf(tx, other.gtins[0] as string, 'LOT-1')).lot.id, other.lotIds[0])
    equal((await tracePageOf(tx, one.gtins[0] as string, 'LOT-1')).lot.id, one.lotIds[0])
    await refuses(tracePageOf(tx, one.gtins[0] as string, 'LOT-9'), unknownTrace)
  }),
)

test(
  'the newest lots come first',
  inTx(async (tx) => {
    const goods = await someGoods(tx, { lots: 4 })
    const lots = (await lotsOf(tx, [goods.productId], 3)).get(goods.productId)
    deepEqual(
      lots?.map((lot) => lot.id),
      [...goods.lotIds].reverse().slice(0, 3),
    )
  }),
)

test('the code on the box is a digital link, drawn without inline style', () => {
  const url = traceUrl('02000000000017', '260710-7K3Q')
  equal(url, '/01/02000000000017/10/260710-7K3Q')
  const svg = drawQr(`https://market.example${url}`)
  match(svg, /^<svg /)
  ok(!/style=|<script/.test(svg))
})
