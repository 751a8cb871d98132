import { deepEqual, equal } from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'vitest'
import { readCsv } from '../../../data/read-csv.ts'
import { partInLatin, placeInLatin } from './index.ts'

const levels = ['province', 'city', 'county', 'township', 'village'] as const

function saysIn(level: (typeof levels)[number], names: Readonly<Record<string, string>>): void {
  deepEqual(Object.fromEntries(Object.keys(names).map((name) => [name, partInLatin({ name, level })])), names)
}

test('every kind of place has a name in Latin letters', () => {
  saysIn('province', { 江苏省: 'Jiangsu' })
  saysIn('city', { 南京市: 'Nanjing' })
  saysIn('county', {
    江宁区: 'Jiangning District',
    睢宁县: 'Suining County',
    江阴市: 'Jiangyin',
    高港区: 'Gaogang District',
  })
  saysIn('township', { 湖熟街道: 'Hushu Subdistrict', 桃源镇: 'Taoyuan Town', 驼峰乡: 'Tuofeng Township' })
  saysIn('village', { 和平村委会: 'Heping Village', 河滨社区居委会: 'Hebin Community', 新村村委会: 'Xin Village' })
})

test('zones, parks and farms are called in English what they are', () => {
  saysIn('county', {
    徐州经济技术开发区: 'Xuzhou Economic and Technological Development Zone',
    苏州工业园区: 'Suzhou Industrial Park',
    镇江新区: 'Zhenjiang New Area',
  })
  saysIn('township', {
    江宁滨江开发区: 'Jiangningbinjiang Development Zone',
    阳羡旅游度假区: 'Yangxian Tourist Resort',
    阳澄湖生态休闲旅游度假区: 'Yangchenghu Ecological Leisure Tourist Resort',
    如皋高新技术产业开发区: 'Rugao High-tech Industrial Development Zone',
    市北高新区: 'Shibei High-tech Zone',
    县开发区: 'County Development Zone',
    经济开发区: 'Economic Development Zone',
    江苏省国营江心沙农场: 'Jiangsu State Jiangxinsha Farm',
    南通市海门区包场渔场: 'Nantong Haimen Baochang Fishery',
    工业园区管委会: 'Industrial Park Administration',
  })
})

test('what a village is called after a zone is English, too, but not what only sounds like one', () => {
  saysIn('village', {
    海州工业园区社区: 'Haizhou Industrial Park Community',
    开发区虚拟社区: 'Development Zone Virtual Community',
    太湖花园第一社区居民委员会: 'Taihu Garden No. 1 Community',
    花园村委会: 'Huayuan Village',
    花园居委会: 'Huayuan',
    都市花园社区居委会: 'Dushi Garden Community',
    中心村委会: 'Zhongxin Village',
    果林场村委会: 'Guolinchang Village',
  })
})

test('a name of two parts says both', () => {
  saysIn('township', {
    '三星镇（叠石桥家纺产业园区）': 'Sanxing Town (Dieshiqiao Home Textile Industrial Park)',
    '昆山（沭阳）工业园区': 'Kunshan (Shuyang) Industrial Park',
    '化学新材料产业园-沿江街道': 'Chemical New Materials Industrial Park Yanjiang Subdistrict',
  })
  saysIn('village', {
    虞山林场三峰管理社区: 'Yushan Forest Farm Sanfeng Administrative Community',
    '东青社区居委会（含东青村村委）': 'Dongqing Community',
    '庙港村委会（新）': 'Miaogang Village (New)',
    '郭庄村（居）委会': 'Guozhuang Village',
  })
})

test('a level has endings of its own, whichever was asked first', () => {
  const name = '高新区社区'
  equal(partInLatin({ name, level: 'township' }), 'Gaoxinqushe District')
  equal(partInLatin({ name, level: 'village' }), 'Gaoxinqu Community')
})

test('on a card a place has its village and its county', () => {
  const county = { code: '320571000000', name: '苏州工业园区', level: 'county' } as const
  const village = { code: '320571001001', name: '高新技术产业园社区', level: 'village' } as const
  equal(placeInLatin([county, village]), 'High-tech Industrial Park Community, Suzhou Industrial Park')
})

test('no name of the register runs together', () => {
  const register = readCsv(join(import.meta.dirname, '../../../data/divisions.csv.gz'))
  const said = register.map(({ name = '', level }) =>
    partInLatin({ name, level: levels[Number(level) - 1] ?? 'village' }),
  )
  equal(said.length, 23_563)
  const words = [...new Set(said.flatMap((name) => name.split(/[ ()]+/)))]
  // Xiaoguanzhuangjizhen has 20 letters, and is one name of five characters.
  deepEqual(
    words.filter((word) => word.length > 21),
    [],
  )
  const kindSpelled = /..(?:kaifa|chanye|gongyeyuan|dujia|guanli|xuni|shenghuoqu|nongchang|weihui)/
  deepEqual(
    words.filter((word) => kindSpelled.test(word)),
    [],
  )
  deepEqual(
    said.filter((name) => /\p{Script=Han}|^ | {2}| $/u.test(name)),
    [],
  )
})
