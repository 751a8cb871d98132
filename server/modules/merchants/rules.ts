import { addDays, addMonths, type Day } from '../../kernel/time.ts'

export const merchantKinds = ['company', 'cooperative', 'familyFarm', 'selfEmployed', 'naturalPerson'] as const
export type MerchantKind = (typeof merchantKinds)[number]

export const merchantStates = ['submitted', 'verified', 'returned', 'suspended'] as const
export type MerchantState = (typeof merchantStates)[number]

/** The whole life of a merchant: what may be done, and from which states. */
export const merchantSteps = {
  verify: ['submitted', 'verified', 'suspended'],
  return: ['submitted'],
  correct: ['submitted', 'returned'],
  suspend: ['verified'],
} as const satisfies Record<string, readonly MerchantState[]>

/** 网络交易监督管理办法 第二十四条: who sells is verified again at least every six months. */
const verifyAgainMonths = 6
/** How long before that day the county and the owner are reminded. */
export const remindDays = 14
/** Merchants that one person may have waiting for the county at the same time. */
export const waitingAtMost = 5

/** The last day on which a verification of this day still holds. */
export function verifyAgainOn(day: Day): Day {
  const month = addMonths(day.slice(0, 7), verifyAgainMonths)
  const lastOfMonth = addDays(`${addMonths(month, 1)}-01`, -1)
  const sameDay = `${month}${day.slice(7)}`
  return sameDay < lastOfMonth ? sameDay : lastOfMonth
}
