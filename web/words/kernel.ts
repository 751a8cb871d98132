import { words } from './pair.ts'

export const kernel = words({
  'kernel.not_found': ['找不到这个页面或记录，请检查地址', 'Nothing is found under this address'],
  'kernel.not_allowed': [
    '您的职责不包括这项操作，请联系您的管理员',
    'Your duties do not cover this; please ask your administrator',
  ],
  'kernel.sign_in_first': ['请先登录', 'Please sign in first'],
  'kernel.bad_address': [
    '链接不完整，请重新打开完整的链接',
    'This link is not complete; please open the whole link again',
  ],
  'kernel.bad_input': ['填写的内容不对：{detail}', 'Something in the input is not right: {detail}'],
  'kernel.too_many': [
    '操作太频繁，请 {seconds} 秒后再试',
    'Too many attempts; please try again in {seconds} {seconds|second|seconds}',
  ],
  'kernel.too_busy': [
    '现在人太多，请稍等几秒再试，您填写的内容没有丢',
    'Too many people are here at once; please try again in a few seconds',
  ],
  'kernel.out_of_reach': [
    '系统正在切换，请稍等几秒再试，您填写的内容没有丢',
    'We are changing over; please try again in a few seconds',
  ],
  'kernel.key_reused': ['这个幂等键已用于另一个请求', 'This idempotency key was used for a different request'],
  'kernel.key_missing': ['这个请求需要 Idempotency-Key 头', 'This request needs an Idempotency-Key header'],
  'kernel.foreign_origin': ['请求来自别的网站，已拦下', 'This request came from another site and was stopped'],
  'kernel.broken': [
    '系统出了问题，已记录，请稍后再试',
    'Something went wrong on our side; it has been recorded, please try again later',
  ],
  'kernel.sample': ['示例数据', 'Sample data'],
})
