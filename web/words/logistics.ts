import { words } from './pair.ts'

export const logistics = words({
  'logistics.region_refused': [
    '这家店暂时不送到这个地区，请换一个地址',
    'The store does not send to this region; please choose another address',
  ],
  'logistics.region_twice': [
    '运费表里同一个地区（{prefix}）写了两次',
    'The region {prefix} stands in the freight table twice',
  ],
  'logistics.nowhere_sent': ['运费表里至少要有一个能送到的地区', 'The freight table must send to at least one region'],
  'logistics.shipment_not_found': ['找不到这个包裹', 'There is no such parcel'],
  'logistics.unknown_carrier': ['不认识这个快递公司：{carrier}', 'This carrier is not known: {carrier}'],
  'logistics.waybill_malformed': [
    '运单号由 6 到 30 位字母和数字组成',
    'A waybill number has 6 to 30 letters and digits',
  ],
  'logistics.waybill_used': ['这个运单号已经用在另一个包裹上', 'This waybill number belongs to another parcel'],
  'logistics.already_shipped': ['这个包裹已经发出', 'This parcel is on its way already'],
  'logistics.not_on_its_way': ['这个包裹现在不能登记到站', 'This parcel cannot be received at the station now'],
  'logistics.not_arrived': ['这个包裹不在站里', 'This parcel does not lie at the station'],
  'logistics.pickup_code_wrong': [
    '取件码不对，请买家再看一下订单',
    'The pickup code is not right; please ask the buyer to look at the order again',
  ],
  'logistics.no_label_yet': ['付款后才能打印面单', 'The label can be printed once the order is paid'],
  'logistics.method_express': ['快递', 'Express'],
  'logistics.method_localDelivery': ['同城配送', 'Local delivery'],
  'logistics.method_stationPickup': ['站点自提', 'Pickup at station'],
  'logistics.label_brand': ['一村', 'Yicun'],
  'logistics.label_to': ['收', 'To'],
  'logistics.label_from': ['寄件', 'From'],
  'logistics.label_call': [
    '隐私面单：需要联系收件人时请询问寄件店铺',
    'Privacy label: ask the sending store to reach the recipient',
  ],
  'logistics.label_pickup': ['到站自提：凭取件码取件', 'Pickup at the station with the code'],
  'logistics.label_lot': ['批号', 'Lot'],
  'logistics.label_weight': ['重量', 'Weight'],
  'logistics.label_order': ['订单', 'Order'],
  'logistics.label_scan': ['扫码看产地与批次', 'Scan for origin and lot'],
  'logistics.label_privacy': ['面单不含完整电话', 'No full phone number on this label'],
})
