import { words } from './pair.ts'

export const traceability = words({
  'traceability.unknown_lot': ['没有这个批次', 'There is no such lot'],
  'traceability.lot_number_taken': [
    '这个产品已有批次 {lotNumber}，请换一个批号',
    'This product already has a lot {lotNumber}; please choose another number',
  ],
  'traceability.not_yet_harvested': [
    '采收日期 {day} 不对：不能晚于今天，也不能早于两年前',
    'The harvest day {day} is not right: not after today, nor more than two years ago',
  ],
  'traceability.already_pledged': [
    '批次 {lotNumber} 已开过承诺达标合格证',
    'Lot {lotNumber} already has its conformity pledge',
  ],
  'traceability.unknown_trace': [
    '查不到这个追溯码，请核对包装上的批号 {lotNumber}',
    'No lot is found for this code; please compare the lot number {lotNumber} with the one on the box',
  ],
  'traceability.kind.harvested': ['采收', 'Harvested'],
  'traceability.kind.pledged': ['开具承诺达标合格证', 'Conformity pledge issued'],
  'traceability.kind.packed': ['分拣装箱', 'Packed'],
  'traceability.kind.stocked': ['入库', 'Put into stock'],
  'traceability.kind.shipped': ['发货', 'Shipped'],
  'traceability.kind.received': ['收货', 'Received'],
  'traceability.kind.returned': ['退回', 'Returned'],
  'traceability.kind.corrected': ['更正', 'Corrected'],
  'traceability.basis.thirdPartyTest': ['委托检测合格', 'Tested by a third party'],
  'traceability.basis.selfTest': ['自我检测合格', 'Tested by the producer'],
  'traceability.basis.internalControl': ['质量安全控制符合要求', "Under the producer's own quality control"],
  'traceability.basis.selfPledge': ['自我承诺合格', 'Pledged by the producer'],
})
