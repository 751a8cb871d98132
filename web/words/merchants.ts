import { words } from './pair.ts'

export const merchants = words({
  'merchants.unknown': ['没有这个经营主体', 'There is no such merchant'],
  'merchants.bad_uscc': [
    '统一社会信用代码不对：18 位，请对照营业执照再输一遍',
    'This credit code is not right: 18 characters, please check it against the licence',
  ],
  'merchants.uscc_needed': ['请填写统一社会信用代码', 'Please enter the unified social credit code'],
  'merchants.declaration_needed': [
    '个人卖自家种养的农产品，请勾选并填写“自产声明”',
    'A person who sells what they grow must make the own-produce declaration',
  ],
  'merchants.already_registered': ['这个经营主体已经登记过了，不用再登记', 'This merchant is registered already'],
  'merchants.too_many_waiting': [
    '您已有 {most} 个主体在等待核验，请等核验完再登记',
    'You already have {most} {most|merchant|merchants} waiting for verification',
  ],
  'merchants.not_waiting': [
    '这个主体已由其他人处理，请刷新后再看',
    'This merchant has been dealt with already; please refresh',
  ],
  'merchants.no_phone_to_invite': [
    '联系电话不是手机号，收不到邀请短信；请村里改成店主的手机号后再邀请',
    'The contact’s number is not a mobile phone; have the village correct it, then invite',
  ],
  'merchants.not_verified': [
    '“{name}”还没有通过县里的核验，暂时不能上架',
    '“{name}” is not verified by the county yet',
  ],
  'merchants.kind.company': ['公司', 'Company'],
  'merchants.kind.cooperative': ['农民专业合作社', 'Cooperative'],
  'merchants.kind.familyFarm': ['家庭农场', 'Family farm'],
  'merchants.kind.selfEmployed': ['个体工商户', 'Self-employed'],
  'merchants.kind.naturalPerson': ['个人（自产自销）', 'Individual selling own produce'],
  'merchants.state.submitted': ['待核验', 'Waiting for verification'],
  'merchants.state.verified': ['已核验', 'Verified'],
  'merchants.state.returned': ['已退回', 'Returned'],
  'merchants.state.suspended': ['已暂停', 'Suspended'],
  'merchants.self_produced_exempt': [
    '个人销售自产农副产品，依法免予登记',
    'A person selling own produce, exempt from registration by law',
  ],
  'merchants.notice.submitted': ['{name} 申请核验，请处理', '{name} asks to be verified'],
  'merchants.notice.verified': ['{name} 已通过核验', '{name} is verified'],
  'merchants.notice.returned': ['{name} 被退回：{reason}', '{name} was returned: {reason}'],
  'merchants.notice.suspended': ['{name} 已暂停：{reason}', '{name} was suspended: {reason}'],
  'merchants.notice.verify_again': [
    '{name} 的核验将于 {day} 到期，请重新核验',
    'The verification of {name} ends on {day}; please verify again',
  ],
})
