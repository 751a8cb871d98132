import { refusal } from '../../kernel/errors.ts'

export const unknownNotice = refusal('notices.unknown_notice', 404, 'There is no such message')
export const unknownAnnouncement = refusal('notices.unknown_announcement', 404, 'There is no such announcement')
export const periodMissing = refusal(
  'notices.period_missing',
  422,
  'A public notice says for how many workdays it runs',
)
