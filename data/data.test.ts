import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isPictureForm } from '../web/ui/picture/forms.ts'
import { type CsvRow, parseCsv, readCsv } from './read-csv.ts'

const shipped = (file: string) => readCsv(join(import.meta.dirname, file))
const demo = (file: string) => readCsv(join(import.meta.dirname, '../demo', file))
const count = (rows: CsvRow[], name: string) => {
  const counts: Record<string, number> = {}
  for (const row of rows) counts[row[name] ?? ''] = (counts[row[name] ?? ''] ?? 0) + 1
  return counts
}

const divisions = shipped('divisions.csv.gz')
const byCode = new Map(divisions.map((row) => [row.code, row]))
const categories = shipped('categories.csv')
const leaves = new Set(categories.filter((row) => row.parent).map((row) => row.code))
const pairs = demo('pairs.csv')

describe('the CSV reader', () => {
  it('understands quotes, doubled quotes and line breaks inside quotes', () => {
    expect(parseCsv('﻿a,b\r\n"x, ""y""\nz",2\n')).toEqual([{ a: 'x, "y"\nz', b: '2' }])
  })
  it('keeps empty cells, at the end of the file too', () => {
    expect(parseCsv('a,b\n,\n1,')).toEqual([
      { a: '', b: '' },
      { a: '1', b: '' },
    ])
  })
  it('says which row is wrong', () => {
    expect(() => parseCsv('a,b\n1,2\n3')).toThrow('row 3 has 1 cells')
    expect(() => parseCsv('a\n"open')).toThrow('not closed')
    expect(() => parseCsv('a\n"x"y')).toThrow('after a closing quote')
  })
})

describe('the divisions of Jiangsu', () => {
  it('are all there, at every level', () => {
    expect(divisions).toHaveLength(23_563)
    expect(byCode.size).toBe(23_563)
    expect(count(divisions, 'level')).toEqual({ 1: 1, 2: 13, 3: 104, 4: 1_487, 5: 21_958 })
    expect(count(divisions, 'kind')).toMatchObject({ development_zone: 9, administrative_village: 13_263 })
  })
  it('each stand in the division whose code they share', () => {
    const widths = [0, 2, 4, 6, 9]
    for (const { code = '', level, parent_code = '' } of divisions) {
      if (level === '1') continue
      const width = widths[Number(level) - 1] ?? 0
      expect(parent_code).toBe(code.slice(0, width).padEnd(12, '0'))
      expect(byCode.has(parent_code)).toBe(true)
    }
  })
  it('have the points, which say whether they are synthetic', () => {
    const points = shipped('division_points.csv.gz')
    expect(count(points, 'coord_kind')).toEqual({ geonames: 156, synthetic: 23_289 })
    expect(points.every((point) => byCode.has(point.code ?? ''))).toBe(true)
  })
})

describe('the targets', () => {
  const targets = shipped('targets.csv')
  it('are the 43 of the plan, each with someone responsible', () => {
    expect(targets.map((row) => row.code)).toEqual(Array.from({ length: 43 }, (_, at) => `T${at + 1}`))
    expect(targets.every((row) => row.responsible && row.plan_ref && row.unit && row.name_en)).toBe(true)
  })
  it('name their units and everyone responsible in English too', () => {
    // English counts without a word for it: 30 counties.
    expect(targets.filter((row) => !row.unit_en && row.unit !== '个')).toEqual([])
    const inEnglish = new Map(shipped('agencies.csv').map((row) => [row.name_zh, row.name_en]))
    expect(targets.flatMap((row) => row.responsible?.split(';') ?? []).filter((name) => !inEnglish.get(name))).toEqual(
      [],
    )
  })
  it('keep their traps: a range, an approximate number, an interpreted deadline, two scopes', () => {
    const target = (code: string) => targets.find((row) => row.code === code)
    expect(target('T9')).toMatchObject({ kind: 'range', value: '1', value_max: '2' })
    expect(target('T31')?.kind).toBe('approximate')
    expect(target('T18')?.note).toContain('解释')
    expect(target('T5')?.note).toContain('口径不一致')
    expect(target('T7')?.deadline).toBe('2018-12-31')
  })
})

describe('the categories', () => {
  it('form two levels with the plan’s eight kinds at the top', () => {
    const tops = categories.filter((row) => !row.parent).map((row) => row.name_zh)
    expect(tops).toEqual(
      expect.arrayContaining([
        '绿色蔬菜',
        '应时鲜果',
        '食用菌',
        '苗木花卉',
        '名优茶叶',
        '特色畜禽',
        '特色水产',
        '深加工产品',
      ]),
    )
    const codes = new Set(categories.map((row) => row.code))
    expect(codes.size).toBe(categories.length)
    for (const row of categories.filter((each) => each.parent)) {
      expect(codes.has(row.parent)).toBe(true)
      expect(row.code?.startsWith(`${row.parent}.`)).toBe(true)
      expect(row.season_months).toMatch(/^\d+(;\d+)*$/)
    }
  })
  it('each have a form that can be drawn', () => {
    expect(categories.map((row) => row.form ?? '').filter((form) => !isPictureForm(form))).toEqual([])
  })
  it('send aquatic produce to the fishery department', () => {
    expect(categories.filter((row) => row.parent === 'aquatic').every((row) => row.fishery === 'y')).toBe(true)
  })
  it('hold every speciality', () => {
    const placed = new Set(
      shipped('specialty_categories.csv').map((row) => {
        expect(leaves.has(row.category_code ?? '')).toBe(true)
        return `${row.name}|${row.county_code}|${row.city}`
      }),
    )
    for (const row of [...shipped('specialties.csv'), ...shipped('specialties_local.csv')])
      expect(placed).toContain(`${row.name}|${row.county_code}|${row.city}`)
  })
})

describe('the pairs of the demo world', () => {
  it('are many, in all prefectures, and each in its own administrative village', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(170)
    expect(new Set(pairs.map((row) => row.village_code)).size).toBe(pairs.length)
    expect(new Set(pairs.map((row) => row.county_code?.slice(0, 4))).size).toBe(13)
    expect(new Set(pairs.map((row) => row.county_code)).size).toBeGreaterThanOrEqual(60)
    for (const row of pairs) {
      expect(byCode.get(row.village_code)?.kind).toBe('administrative_village')
      expect(row.village_code?.startsWith(row.county_code ?? 'none')).toBe(true)
      expect(['exact', 'town', 'county']).toContain(row.placed)
    }
  })
  it('name a category, a price and packs, and only marks that a source gives', () => {
    expect(new Set(pairs.map((row) => row.category_code?.split('.')[0])).size).toBe(10)
    const marks = new Set(shipped('specialties.csv').map((row) => row.gi_type))
    for (const row of pairs) {
      expect(leaves.has(row.category_code ?? '')).toBe(true)
      expect(Number(row.price_fen)).toBeGreaterThan(0)
      for (const pack of row.packs?.split(';') ?? []) expect(pack).toMatch(/^[^|]+\|[^|]+\|[1-9]\d*\|[1-9]\d*$/)
      for (const mark of row.gi_type ? row.gi_type.split(';') : []) expect(marks).toContain(mark)
      if (row.gi_type) expect(row.source_rows).toContain('specialties:')
      expect(row.story_zh && row.story_en && row.store_name && row.merchant_name).toBeTruthy()
    }
  })
  it('send to places that exist', () => {
    const provinces = new Set(shipped('provinces.csv').map((row) => row.code))
    expect(provinces.size).toBe(34)
    for (const { region_code = '', note } of demo('buyer_places.csv'))
      expect(note === 'outside' ? provinces.has(region_code) : byCode.get(region_code)?.level === '3').toBe(true)
  })
})

it('every file in this folder has its source written down', () => {
  const sources = readFileSync(join(import.meta.dirname, 'SOURCES.md'), 'utf8')
  for (const file of readdirSync(import.meta.dirname))
    if (/\.(csv|csv\.gz|json)$/.test(file)) expect(sources).toContain(`\`${file}\``)
})
