import { words } from './pair.ts'

export const divisions = words({
  'divisions.unknown': ['没有代码为 {code} 的地区', 'There is no division with the code {code}'],
  'divisions.wrong_level': ['这里需要选到别的级别：{code}', 'Another level is needed here: {code}'],
  'divisions.day_impossible': [
    '变更日期 {day} 不对：要在原代码启用之后，不能晚于今天',
    'The day {day} cannot be: a change comes after the code came into force and not after today',
  ],
  'divisions.still_has_parts': [
    '{code} 下面还有地区，请先合并或改码它们',
    'There is more inside {code}: merge or recode that first',
  ],
  'divisions.unknown_region': ['没有这个收货地区：{code}', 'There is no delivery region {code}'],
  'divisions.level.province': ['省', 'Province'],
  'divisions.level.city': ['设区市', 'City'],
  'divisions.level.county': ['县（市、区）', 'County'],
  'divisions.level.township': ['乡镇（街道）', 'Township'],
  'divisions.level.village': ['村', 'Village'],
})
