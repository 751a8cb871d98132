import { words } from './pair.ts'

export const orders = words({
  'orders.basket_empty': [
    '购物车里没有这家店的商品，可能已经下过单了，请到“我的订单”看看',
    'There is nothing of this store in your basket; perhaps it is ordered already: please look at your orders',
  ],
  'orders.basket_full': [
    '购物车最多放 {most} 种商品，请先结算一部分',
    'The basket holds at most {most} different goods; please order some of them first',
  ],
  'orders.address_missing': ['请先填写收货地址', 'Please say first where the goods shall go'],
  'orders.station_missing': ['请选择取货的服务站', 'Please choose the station where you will pick up'],
  'orders.no_pickup_there': [
    '这个服务站现在不能取货，请换一个',
    'Parcels cannot be picked up at this station now; please choose another',
  ],
  'orders.exempt_not_confirmed': [
    '“{names}”不支持七日无理由退货，请勾选确认后再下单',
    '“{names}” cannot be returned within 7 days; please tick that you know, then order',
  ],
  'orders.price_changed': [
    '价格或运费有变化，现在合计 {total}，请核对后再下单',
    'A price or the freight has changed; the total is now {total}. Please check and order again',
  ],
  'orders.not_possible_now': [
    '订单状态已变化，现在不能这样操作，请刷新看看',
    'The order has moved on and this can no longer be done; please reload the page',
  ],
  'orders.after_sale_not_in_time': [
    '已超过收货后 {hours} 小时的申请时限，请直接联系店铺',
    'The {hours} hours after receipt have passed; please write to the store',
  ],
  'orders.after_sale_too_early': [
    '发货后满 {hours} 小时仍未收到才能申请，请再等等',
    'Please wait until {hours} hours after sending; the parcel may still be on its way',
  ],
  'orders.photos_missing': [
    '请至少拍 {least} 张照片，能看清损坏的地方',
    'Please take at least {least} photos that show the damage',
  ],
  'orders.asked_amount_missing': ['请填写想退多少元', 'Please say how much you ask back, in yuan'],
  'orders.damaged_share_missing': ['请填写损坏的大致比例', 'Please say roughly how much of the goods is damaged'],
  'orders.not_returnable': [
    '“{names}”下单时已说明不支持七日无理由退货',
    '“{names}” was sold without the 7-day return, as was said when you ordered',
  ],
  'orders.after_sale_already_open': [
    '这个订单已有一个申请在处理中',
    'A request for this order is already being looked at',
  ],
  'orders.after_sale_already_decided': ['这个申请已经处理过了', 'This request has been decided already'],
  'orders.amount_too_large': ['最多还能退 {most}', 'No more than {most} can be given back'],
  'orders.nothing_to_refund': ['这个订单的钱已经全部退回', 'Everything has been given back already'],
  'orders.reason_missing': ['请写明原因，买家会看到', 'Please say why; the buyer will read it'],

  'orders.state.placed': ['待付款', 'Waiting for payment'],
  'orders.state.paid': ['待发货', 'Paid, to be sent'],
  'orders.state.shipped': ['已发货', 'On its way'],
  'orders.state.received': ['已收货', 'Received'],
  'orders.state.completed': ['已完成', 'Completed'],
  'orders.state.cancelled': ['已取消', 'Cancelled'],
  'orders.state.refunded': ['已退款', 'Refunded'],

  'orders.step.pay': ['去付款', 'Pay'],
  'orders.step.expire': ['超时取消', 'Expire'],
  'orders.step.cancel': ['取消订单', 'Cancel the order'],
  'orders.step.ship': ['发货', 'Send'],
  'orders.step.receive': ['确认收货', 'The goods are here'],
  'orders.step.complete': ['完成', 'Complete'],
  'orders.step.openAfterSale': ['申请售后', 'Something is wrong'],
  'orders.step.reveal': ['查看收件人', 'Show the recipient'],
  'orders.step_not_now': ['订单现在是“{state}”，不能{step}', 'The order is “{state}”; “{step}” cannot be done now'],
  'orders.step_not_yours': ['这一步由{who}来做', 'This is done by {who}'],
  'orders.as.buyer': ['买家', 'the buyer'],
  'orders.as.store': ['店铺', 'the store'],
  'orders.as.station': ['村服务站', 'the village station'],
  'orders.as.officer': ['主管人员', 'the officers'],
  'orders.as.clock': ['系统', 'the system'],

  'orders.event.placed': ['买家下单', 'Ordered'],
  'orders.event.paid': ['支付成功', 'Paid'],
  'orders.event.paidTooLate': [
    '订单结束后才收到付款，已安排原路退回',
    'The payment came after the order had ended and is being returned',
  ],
  'orders.event.expired': ['超过付款时间，自动取消', 'Not paid in time, cancelled'],
  'orders.event.cancelled': ['订单取消', 'Cancelled'],
  'orders.event.shipped': ['店铺发货', 'Sent'],
  'orders.event.received': ['买家确认收货', 'Received by the buyer'],
  'orders.event.receivedByClock': ['到期自动确认收货', 'Taken as received when the time was over'],
  'orders.event.arrived': ['到达服务站，等待取货', 'At the station, waiting to be picked up'],
  'orders.event.handedOver': ['服务站已交给买家', 'Handed over at the station'],
  'orders.event.completed': ['交易完成，货款结算给店铺', 'Completed; the store is being paid'],
  'orders.event.afterSaleOpened': ['买家申请售后', 'The buyer asked for money back'],
  'orders.event.afterSaleAccepted': ['店铺同意退款', 'The store agreed to a refund'],
  'orders.event.afterSaleRefused': ['店铺没有同意', 'The store did not agree'],
  'orders.event.afterSaleWithdrawn': ['买家撤回申请', 'The buyer withdrew the request'],
  'orders.event.disputed': ['买家请县里协调', 'The buyer asked the county to look at it'],
  'orders.event.refunded': ['退款到账', 'The refund has arrived'],

  'orders.method.express': ['快递', 'Courier'],
  'orders.method.localDelivery': ['同城配送', 'Local delivery'],
  'orders.method.stationPickup': ['服务站自提', 'Pick up at a station'],
  'orders.return.sevenDay': ['七日无理由退货', '7-day return'],
  'orders.return.perishableExempt': ['鲜活易腐，不支持七日无理由退货', 'Fresh and perishable: no 7-day return'],
  'orders.return.confirmedExempt': ['不宜退货，购买时需确认', 'Not returnable, to be confirmed when buying'],
  'orders.confirm_exempt': [
    '我知道以上商品不支持七日无理由退货',
    'I know that these goods cannot be returned within 7 days',
  ],

  'orders.after_sale.damagedGoods': ['坏果 / 破损', 'Damaged goods'],
  'orders.after_sale.sevenDayReturn': ['七日无理由退货', '7-day return'],
  'orders.after_sale.notDelivered': ['没收到货', 'Not delivered'],
  'orders.after_sale.other': ['其他问题', 'Something else'],
  'orders.after_sale_state.open': ['等店铺处理', 'Waiting for the store'],
  'orders.after_sale_state.accepted': ['已同意，退款中', 'Agreed, money on its way'],
  'orders.after_sale_state.refused': ['未同意', 'Not agreed'],
  'orders.after_sale_state.withdrawn': ['已撤回', 'Withdrawn'],
  'orders.after_sale_state.settled': ['退款已到账', 'Refunded'],
  'orders.rule.damagedGoods.1.1': [
    '坏果包赔：坏的不到两成，坏多少退多少货款',
    'Damaged goods: below 20 %, that share of the price',
  ],
  'orders.rule.damagedGoods.1.20': [
    '坏果包赔：坏了两成到八成，货款和运费按坏的比例退',
    'Damaged goods: 20 to 80 %, that share of price and freight',
  ],
  'orders.rule.damagedGoods.1.80': [
    '坏果包赔：坏了八成以上，货款和运费全退',
    'Damaged goods: 80 % and more, everything',
  ],
  'orders.rule.sevenDayReturn.1.0': ['七日无理由退货：退货款，运费不退', '7-day return: the price, not the freight'],
  'orders.rule.notDelivered.1.0': ['没收到货：全额退款', 'Not delivered: everything'],
  'orders.rule.other.1.0': ['协商：按买卖双方商定的金额', 'By agreement between buyer and store'],

  'orders.notice_paid': [
    '有 {count} 笔新订单，合计 {total}，请尽快发货',
    'New orders: {count}, {total} in all; please send them soon',
  ],
  'orders.notice_shipped': ['订单 {orderNumber} 已发货', 'Order {orderNumber} is on its way'],
  'orders.notice_arrived': [
    '订单 {orderNumber} 已到服务站，取件码 {pickupCode}',
    'Order {orderNumber} is at the station; your code is {pickupCode}',
  ],
  'orders.notice_after_sale_opened': [
    '订单 {orderNumber} 的买家申请售后，请处理',
    'The buyer of order {orderNumber} asks for money back; please answer',
  ],
  'orders.notice_after_sale_accepted': [
    '店铺同意了订单 {orderNumber} 的申请，退款 {amount}',
    'The store agreed to your request for order {orderNumber}: {amount}',
  ],
  'orders.notice_after_sale_refused': [
    '店铺没有同意订单 {orderNumber} 的申请，原因见订单页',
    'The store did not agree to your request for order {orderNumber}; the order says why',
  ],
  'orders.notice_disputed': [
    '订单 {orderNumber} 的买家请县里协调',
    'The buyer of order {orderNumber} asks the county to look at it',
  ],
})
