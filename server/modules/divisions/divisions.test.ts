import { deepEqual, equal, ok } from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { notAllowed } from '../../kernel/errors.ts'
import { inDb, inTx, officer, person, refuses } from '../../kernel/testing.ts'
import {
  changeDivision,
  checks,
  childrenOf,
  historyOf,
  importDivisions,
  lineOf,
  pathOf,
  rangeOf,
  regionName,
  requireDivision,
  searchDivisions,
  unknownDivision,
  unknownRegion,
} from './index.ts'

test(
  'all divisions are there, nested and counted',
  inTx(async (tx) => {
    for (const check of checks) {
      const { found, expected } = await check.run(tx)
      deepEqual(found, expected, check.name)
    }
  }),
)

test(
  'importing again changes nothing',
  inDb(async (db) => {
    deepEqual(await importDivisions(db), { read: 23563, added: 0, changed: 0, errors: [] })
  }),
)

test(
  'a dry run reports bad rows with their line and writes nothing',
  inDb(async (db) => {
    const file = join(mkdtempSync(join(tmpdir(), 'divisions-')), 'bad.csv')
    writeFileSync(
      file,
      [
        'code,name,level,parent_code,kind,urban_rural_class',
        '320000000000,江苏省,1,,province,',
        '32010000000,南京市,2,320000000000,prefecture,',
        '320100000000,,2,320000000000,prefecture,',
        '330100000000,杭州市,2,320000000000,prefecture,',
        '329900000000,新市,2,320000000000,prefecture,',
      ].join('\n'),
    )
    const report = await importDivisions(db, { file, dryRun: true })
    deepEqual(
      report.errors.map(({ line, problem }) => [line, problem]),
      [
        [3, 'the code is not 12 digits'],
        [4, 'the name is empty'],
        [5, 'the code does not nest in its parent'],
      ],
    )
    equal(report.added, 1)
    await refuses(requireDivision(db, '329900000000'), unknownDivision)
  }),
)

test('inside is a range of codes', () => {
  deepEqual(lineOf('320322101001'), [
    '320000000000',
    '320100000000'.replace('3201', '3203'),
    '320322000000',
    '320322101000',
    '320322101001',
  ])
  const { from, to } = rangeOf('320322000000')
  ok('320322101001' >= from && '320322999999' < to && '320323000000' >= to)
})

test(
  'a name is not a key: 新河镇 exists twice',
  inTx(async (tx) => {
    const found = await searchDivisions(tx, { q: '新河镇', level: 'township' })
    deepEqual(found.map(({ code }) => code).sort(), ['320382112000', '321322124000'])
  }),
)

test(
  'a place is found by its pinyin',
  inTx(async (tx) => {
    ok((await searchDivisions(tx, { q: 'yangshanzhen', level: 'township' })).some(({ name }) => name === '阳山镇'))
  }),
)

test(
  'the way to a village starts at the province',
  inTx(async (tx) => {
    const [village] = await childrenOf(tx, '320206103000')
    ok(village)
    deepEqual((await pathOf(tx, village.code)).map((part) => part.name).slice(0, 4), [
      '江苏省',
      '无锡市',
      '惠山区',
      '阳山镇',
    ])
  }),
)

test(
  'a merged village keeps its code as history, in force until that day',
  inTx(async (tx) => {
    const [first, second] = await childrenOf(tx, '320206103000')
    ok(first && second)
    const merge = {
      kind: 'merge',
      fromCode: first.code,
      toCode: second.code,
      changedOn: '2026-07-01',
      basis: '测试',
    } as const
    await refuses(changeDivision(tx, officer('320206000000'), merge), notAllowed)
    await refuses(changeDivision(tx, person({ role: 'admin', divisionCode: '320205000000' }), merge), notAllowed)
    await changeDivision(tx, systemActor, merge)
    await refuses(requireDivision(tx, first.code), unknownDivision)
    equal((await historyOf(tx, second.code))[0]?.fromCode, first.code)
  }),
)

test(
  'a delivery region is a Jiangsu division or another province',
  inTx(async (tx) => {
    equal(await regionName(tx, '310000'), '上海市')
    equal(await regionName(tx, '320206103000'), '江苏省无锡市惠山区阳山镇')
    await refuses(regionName(tx, '999999'), unknownRegion)
  }),
)
