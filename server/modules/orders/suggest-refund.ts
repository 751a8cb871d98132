import type { Fen } from '../../kernel/money.ts'

/** How much of the goods must be damaged for which refund: the tier with the largest `from` that the damage reaches. */
export interface DamagedGoodsRule {
  withinHours: number
  photosAtLeast: number
  tiers: { from: number; pays: 'share' | 'all'; freight: boolean }[]
}

export interface Claim {
  /** Amount of the claimed lines and of all lines, the freight paid, and what can still be given back. */
  claimed: Fen
  goods: Fen
  freight: Fen
  refundable: Fen
}

export interface Suggestion {
  amount: Fen
  /** Which tier of the rule spoke, for the rule's name in the record. */
  tier: number
}

/** What the rule gives for damaged goods: the share that is damaged, or all; with the freight's share from some tier on. */
export function suggestForDamage(rule: DamagedGoodsRule, share: number, claim: Claim): Suggestion {
  const tier = rule.tiers.filter(({ from }) => from <= share).sort((a, b) => b.from - a.from)[0]
  if (!tier) return { amount: 0, tier: 0 }
  const freight = tier.freight && claim.goods > 0 ? (claim.freight * claim.claimed) / claim.goods : 0
  const whole = claim.claimed + freight
  // Fractions of a fen go to the buyer, who bears the damage.
  const amount = Math.ceil(tier.pays === 'all' ? whole : (whole * share) / 100)
  return { amount: Math.min(amount, claim.refundable), tier: tier.from }
}

/** A return without a reason gives the goods' price back; sending them cost what it cost (消法 第二十五条). */
export function suggestForReturn(claim: Claim): Suggestion {
  return { amount: Math.min(claim.claimed, claim.refundable), tier: 0 }
}

/** What never came is paid back whole. */
export function suggestForLoss(claim: Claim): Suggestion {
  return { amount: claim.refundable, tier: 0 }
}
