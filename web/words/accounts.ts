import { words } from './pair.ts'

export const accounts = words({
  'accounts.wrong_password': [
    '用户名或密码不对，请核对后再试',
    'The name or the password is not right; please check both',
  ],
  'accounts.wrong_code': [
    '验证码不对或已过期，请核对或重新获取',
    'This code is not right or has expired; please check it or ask for a new one',
  ],
  'accounts.sign_in_again': ['登录时间太长，请重新开始登录', 'This sign-in took too long; please start again'],
  'accounts.already_enrolled': ['动态口令已经设置好了', 'The second factor is already set up'],
  'accounts.weak_password': ['密码需要 10 到 128 个字符', 'The password needs 10 to 128 characters'],
  'accounts.sms_not_set_up': [
    '短信暂时发不出去，请稍后再试',
    'Text messages cannot be sent at the moment; please try again later',
  ],
  'accounts.unknown_account': ['找不到这个账号', 'There is no such account'],
  'accounts.unknown_duty': ['找不到这项职责，或它已经结束', 'There is no such duty, or it has ended'],
  'accounts.wrong_scope': [
    '这项职责的范围不对：区划、主体、网店三者选对其一',
    'This duty needs another kind of scope: a division, a merchant or a store',
  ],
  'accounts.invitation_gone': [
    '邀请已过期或已使用，请让邀请人重新发出',
    'This invitation has expired or was already used; please ask for a new one',
  ],
  'accounts.invited_someone_else': [
    '这份邀请是发给别人的，请用受邀的手机号登录',
    'This invitation is for another person; please sign in with the invited phone',
  ],
  'accounts.username_taken': ['这个用户名已被使用', 'This username is taken'],
  'accounts.nothing_to_hand_over': ['这个人在这里没有可移交的职责', 'This person holds no duty here to hand over'],
  'accounts.to_oneself': ['请移交给另一个人', 'An office is handed over to another person'],
  'accounts.no_password': [
    '这个人用手机号登录，没有密码可以重设',
    'This person signs in by phone, so there is no password to reset',
  ],
  'accounts.duties_first': [
    '您还担任着职责，请先移交或结束，再注销账号',
    'Hand over or end your duties first, then erase the account',
  ],
  'accounts.unknown_consent': ['没有这项同意', 'This consent was not given'],
  'accounts.role.officer': ['经办', 'Officer'],
  'accounts.role.auditor': ['审计', 'Auditor'],
  'accounts.role.admin': ['管理员', 'Administrator'],
  'accounts.role.station_operator': ['村级站点运营员', 'Station operator'],
  'accounts.role.merchant_owner': ['经营主体负责人', 'Merchant owner'],
  'accounts.role.store_owner': ['店主', 'Store owner'],
  'accounts.role.store_staff': ['店员', 'Store staff'],
})
