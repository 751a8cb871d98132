import { words } from './pair.ts'

export const inventory = words({
  'inventory.out_of_stock': [
    '库存不够了，只剩 {left} 件，请改数量或换一种',
    'Only {left} are left; please take fewer or another package',
  ],
  'inventory.foreign_lot': [
    '这个批次不是同一个产品的，请选对批次',
    'This lot is not of the same product; please choose another lot',
  ],
  'inventory.unknown_sku': ['没有这个规格', 'There is no such package'],
  'inventory.correction_too_large': [
    '这个批次可动的只有 {left} 件，其余已卖出',
    'Only {left} lie free in this lot; the others are sold',
  ],
})
