import { words } from './pair.ts'

export const stores = words({
  'stores.unknown_store': ['没有这家店', 'There is no such store'],
  'stores.unknown_offer': ['这个产品现在没有在卖', 'This product is not on sale at the moment'],
  'stores.not_on_sale': [
    '有商品已下架，请从购物篮里拿掉',
    'One of these is no longer on sale; please take it out of the basket',
  ],
  'stores.merchant_not_verified': [
    '县里还没有核实这个经营主体，核实后才能开店',
    'The county has not verified this merchant yet; a store can be opened after that',
  ],
  'stores.store_exists': ['这个经营主体已经有一家店', 'This merchant already has a store'],
  'stores.wrong_step': ['店铺现在的状态不能这样操作', 'The store is not in a state that allows this'],
  'stores.reason_missing': ['请写明退回的原因', 'Please say why it is returned'],
  'stores.notice_too_short': [
    '停业要提前 30 天公示，最早可选 {earliest}',
    'A closing is announced 30 days ahead; the earliest day is {earliest}',
  ],
  'stores.state.submitted': ['待县级确认', 'Awaiting the county'],
  'stores.state.active': ['营业中', 'Open'],
  'stores.state.returned': ['已退回', 'Returned'],
  'stores.state.paused': ['休息中', 'Resting'],
  'stores.state.closed': ['已停业', 'Closed'],
  'stores.notice.submitted': ['“{name}”申请开店，请确认', '“{name}” asks to open; please review'],
  'stores.notice.confirmed': ['“{name}”已获确认，可以开卖了', '“{name}” is confirmed and open for business'],
  'stores.notice.returned': ['“{name}”的开店申请被退回：{reason}', 'The request for “{name}” was returned: {reason}'],
})
