import { words } from './pair.ts'

export const notices = words({
  'notices.unknown_notice': ['找不到这条消息', 'There is no such message'],
  'notices.unknown_announcement': ['找不到这份公告', 'There is no such announcement'],
  'notices.period_missing': [
    '公示要写明公示几个工作日；公告不用写',
    'A public notice says for how many workdays it runs; an announcement does not',
  ],
})
