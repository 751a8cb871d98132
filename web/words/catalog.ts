import { words } from './pair.ts'

export const catalog = words({
  'catalog.unknown_category': ['没有这个品类，请从列表里选', 'There is no such category; please choose from the list'],
  'catalog.category_too_wide': ['请再选细一点的品类', 'Please choose a narrower category'],
  'catalog.unknown_product': ['没有这个产品', 'There is no such product'],
  'catalog.unknown_signature': ['没有这个“一品”申报', 'There is no such signature product'],
  'catalog.unknown_certification': ['没有这张证书', 'There is no such certificate'],
  'catalog.signature_exists': [
    '本村已有“一品”，请先撤下原来的',
    'This village already has a signature product; withdraw it first',
  ],
  'catalog.already_decided': ['其他人刚刚处理过，请刷新后再看', 'Someone else has just decided this; please refresh'],
  'catalog.reason_needed': [
    '退回时请写明原因，让对方知道怎么改',
    'Please give a reason, so that they know what to mend',
  ],
  'catalog.forbidden_mark': [
    '名称里不能用“{word}”：容易与阳澄湖大闸蟹地理标志混淆，已被认定为商业混淆',
    '“{word}” may not stand in a name: it passes for the Yangcheng Lake crab mark, which courts ruled a confusion',
  ],
  'catalog.forbidden_investment': [
    '名称里不能用“{word}”：本平台只卖农产品，不得出现投资、收益类字样',
    '“{word}” may not stand in a name: goods only are sold here, no words of investment or yield',
  ],
  'catalog.forbidden_absolute': [
    '名称里不能用“{word}”：广告法不允许使用绝对化用语',
    '“{word}” may not stand in a name: the Advertising Law does not allow superlatives',
  ],
  'catalog.forbidden_medical': [
    '名称里不能用“{word}”：食品不得宣称预防、治疗疾病',
    '“{word}” may not stand in a name: food may not claim to prevent or cure illness',
  ],
  'catalog.forbidden_state_supply': [
    '名称里不能用“{word}”：不得借国家机关名义宣传',
    '“{word}” may not stand in a name: state organs may not be used to advertise',
  ],
  'catalog.stale_version': [
    '这个产品刚被别人改过，请刷新后在新内容上再改',
    'Someone has just changed this product; refresh and change the new text',
  ],
  'catalog.sku_label_twice': ['有两个规格同名：{label}', 'Two package sizes have the same name: {label}'],
  'catalog.unknown_sku': ['有一个规格不属于这个产品', 'One of the package sizes does not belong to this product'],
  'catalog.sku_needed': ['至少要有一个规格才能上架', 'At least one package size is needed before publishing'],
  'catalog.not_publishable': ['这个产品现在的状态不能上架', 'The product cannot be published in its present state'],
  'catalog.not_published': ['这个产品现在不在售', 'This product is not on sale now'],
  'catalog.return_policy_worse': [
    '退货规则只能比品类规定对买家更好，不能更差',
    'The return rule may be better for buyers than the category’s, not worse',
  ],
  'catalog.foreign_village': [
    '产地要和经营主体在同一个县（市、区）',
    'The village must lie in the merchant’s own county',
  ],
  'catalog.bad_certificate_number': [
    '证书编号格式不对，例如：{example}',
    'The certificate number does not have the right form, for example {example}',
  ],
  'catalog.certificate_period': [
    '证书有效期不对：这类证书最长 {years} 年，请填写起止日期',
    'The period is not right: such a certificate lasts at most {years} years; give both days',
  ],
  'catalog.certificate_exists': ['这张证书已经登记在这个产品上', 'This certificate stands on this product already'],
  'catalog.signature_state.submitted': ['待乡镇审核', 'Waiting for the township'],
  'catalog.signature_state.townshipReviewed': ['待县级确认', 'Waiting for the county'],
  'catalog.signature_state.published': ['已确认', 'Confirmed'],
  'catalog.signature_state.returned': ['已退回', 'Returned'],
  'catalog.signature_state.withdrawn': ['已撤下', 'Withdrawn'],
  'catalog.certification.pollutionFree': ['无公害农产品', 'Pollution-free'],
  'catalog.certification.green': ['绿色食品', 'Green food'],
  'catalog.certification.organic': ['有机产品', 'Organic'],
  'catalog.certification.geographicIndication': ['地理标志', 'Geographical indication'],
  'catalog.notice.signature_submitted': ['{name} 等待审核', '{name} waits for review'],
  'catalog.notice.signature_published': ['{name} 已确认为本村“一品”', '{name} is confirmed as the signature product'],
  'catalog.notice.signature_returned': ['{name} 被退回：{reason}', '{name} was returned: {reason}'],
  'catalog.notice.signature_withdrawn': ['{name} 已撤下：{reason}', '{name} was withdrawn: {reason}'],
  'catalog.notice.awaiting_store': [
    '服务站为您录入了“{name}”，请确认上架',
    'The station entered “{name}” for you; please confirm',
  ],
  'catalog.notice.product_withdrawn': ['“{name}”已下架：{reason}', '“{name}” was withdrawn: {reason}'],
  'catalog.notice.certificate_ends': [
    '“{name}”的证书 {number} 将于 {day} 到期',
    'Certificate {number} of “{name}” ends on {day}',
  ],
})
