import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { systemActor } from '../../kernel/actor.ts'
import { notAllowed } from '../../kernel/errors.ts'
import { inDb, inTx, officer, person, refuses } from '../../kernel/testing.ts'
import { addDays, dayOf } from '../../kernel/time.ts'
import {
  changeDivision,
  checks,
  childrenOf,
  hasFlag,
  historyOf,
  importDivisions,
  lineOf,
  pathOf,
  rangeOf,
  regionName,
  requireDivision,
  saidOf,
  searchDivisions,
  unknownDivision,
  unknownRegion,
} from './index.ts'
import { dayImpossible, stillHasParts, wrongLevel } from './refusals.ts'

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

const heading = 'code,name,level,parent_code,kind,urban_rural_class'
function fileOf(...lines: string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'divisions-')), 'register.csv')
  writeFileSync(file, lines.join('\n'))
  return file
}

test(
  'rows that are wrong are listed with their line, and nothing is written',
  inDb(async (db) => {
    const file = fileOf(
      heading,
      '320000000000,江苏,1,,province,',
      '32010000000,南京市,2,320000000000,prefecture,',
      '320100000000,,2,320000000000,prefecture,',
      '330100000000,杭州市,2,320000000000,prefecture,',
      '329900000000,新市,2,320000000000,prefecture,',
      '329901000000,新区,4,329900000000,district,',
      '329902000000,短',
      '329900000000,又一个,2,320000000000,prefecture,',
      '329803000000,孤,3,329800000000,district,',
    )
    for (const dryRun of [true, false]) {
      const report = await importDivisions(db, { file, dryRun })
      deepEqual(
        report.errors.map(({ line, problem }) => [line, problem]),
        [
          [3, 'the code is not 12 digits'],
          [4, 'the name is empty'],
          [5, 'the code does not nest in its parent'],
          [7, 'the level does not follow the parent’s'],
          [8, 'it has 2 cells, the heading has 6'],
          [9, 'the code stands twice'],
          [10, 'the parent is unknown'],
        ],
      )
      deepEqual([report.added, report.changed], [1, 1])
      await refuses(requireDivision(db, '329900000000'), unknownDivision)
      equal((await requireDivision(db, '320000000000')).name, '江苏省')
    }
    await rejects(importDivisions(db, { file: fileOf('code,name', '320000000000,江苏') }), /lacks level, parent_code/)
  }),
)

test(
  'a newer register adds places from its day on and keeps old names as history; the older one takes nothing back',
  inDb(async (db) => {
    const file = fileOf(
      heading,
      '320206103000,阳山新镇,4,320206000000,town,',
      '320206103299,桃源村,5,320206103000,administrative_village,220',
    )
    const newer = { file, on: '2026-03-01' }
    const would = { read: 2, added: 1, changed: 1, errors: [] }
    deepEqual(await importDivisions(db, { ...newer, dryRun: true }), would)
    await refuses(requireDivision(db, '320206103299'), unknownDivision)
    deepEqual(await importDivisions(db, newer), would)
    deepEqual(await importDivisions(db, newer), { ...would, added: 0, changed: 0 })
    equal((await requireDivision(db, '320206103299')).validFrom, '2026-03-01')
    const [rename] = await historyOf(db, '320206103000')
    deepEqual(
      [rename?.kind, rename?.oldName, rename?.newName, rename?.changedOn],
      ['rename', '阳山镇', '阳山新镇', '2026-03-01'],
    )
    deepEqual(await importDivisions(db), { read: 23563, added: 0, changed: 0, errors: [] })
    equal((await requireDivision(db, '320206103000')).name, '阳山新镇')
    for (const check of checks) {
      const { found, expected } = await check.run(db)
      deepEqual(found, expected, check.name)
    }
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
  'a place that is split or recoded has a successor with its flags, and is found under its new name',
  inTx(async (tx) => {
    const [first, second] = (await childrenOf(tx, '320206103000')).filter(
      (each) => each.kind === 'administrative_village',
    )
    ok(first && second)
    const day = { changedOn: '2026-07-01', basis: '测试' }
    const [split, recoded] = ['320206103298', '320206103299']
    const agricultural = (code: string, on: string) => hasFlag(tx, code, 'agricultural_village', on)
    await changeDivision(tx, systemActor, {
      ...day,
      kind: 'split',
      fromCode: first.code,
      toCode: split,
      newName: '新桃村',
    })
    equal((await requireDivision(tx, first.code)).validTo, null)
    deepEqual(
      (await searchDivisions(tx, { q: 'xintaocun', within: '320206103000' })).map(({ code }) => code),
      [split],
    )
    await changeDivision(tx, systemActor, { ...day, kind: 'recode', fromCode: second.code, toCode: recoded })
    equal((await requireDivision(tx, recoded)).name, second.name)
    await refuses(requireDivision(tx, second.code), unknownDivision)
    for (const [code, before, after] of [
      [first.code, true, true],
      [split, false, true],
      [second.code, true, false],
      [recoded, false, true],
    ] as const)
      deepEqual([await agricultural(code, '2026-06-30'), await agricultural(code, '2026-07-01')], [before, after], code)
    const town = '320206103000'
    const beside = (await childrenOf(tx, '320206000000')).find(({ code }) => code !== town)?.code ?? ''
    await changeDivision(tx, systemActor, { ...day, kind: 'rename', fromCode: town, toCode: town, newName: '水蜜桃镇' })
    ok((await searchDivisions(tx, { q: 'shuimitao' })).some(({ code }) => code === town))
    const into = (kind: 'merge' | 'recode', toCode: string) => ({ ...day, kind, fromCode: town, toCode })
    await refuses(changeDivision(tx, systemActor, into('merge', beside)), stillHasParts)
    await refuses(changeDivision(tx, systemActor, into('recode', '320206199001')), wrongLevel)
    const tomorrow = addDays(dayOf(new Date()), 1)
    const late = { ...day, kind: 'recode', fromCode: split, toCode: '320206103297', changedOn: tomorrow } as const
    await refuses(changeDivision(tx, systemActor, late), dayImpossible)
    deepEqual(
      (await historyOf(tx, recoded)).map(({ kind, fromCode }) => [kind, fromCode]),
      [['recode', second.code]],
    )
    for (const check of checks) {
      const { found, expected } = await check.run(tx)
      deepEqual(found, expected, check.name)
    }
  }),
)

test(
  'a county may be in several groups at once, and each says since when; no county is a weak village',
  inTx(async (tx) => {
    const { flags, groups } = await saidOf(tx, '320826000000')
    deepEqual(
      flags.map(({ flag, validFrom, validTo }) => [flag, validFrom, validTo]),
      [['key_county', '2016-01-01', null]],
    )
    deepEqual(groups.map(({ group }) => group).sort(), [
      '重点帮扶县',
      '重点片区:涟沭结合部片区',
      '重点片区:渠北片区(灌溉总渠以北)',
    ])
    deepEqual(
      (await saidOf(tx, '320803000000')).groups.filter(({ group }) => group.includes('薄弱村')),
      [],
    )
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
