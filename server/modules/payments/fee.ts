import { type Fen, share } from '../../kernel/money.ts'

/** What is left of `amount` for the merchant and what the platform keeps: shared by largest remainder, a tie is the merchant's. */
export function splitFee(amount: Fen, feeBasisPoints: number): { net: Fen; fee: Fen } {
  const [net = 0, fee = 0] = share(amount, [10_000 - feeBasisPoints, feeBasisPoints])
  return { net, fee }
}

/**
 * What a later refund takes back from both: the fee falls to what it would have been without the refunded part, so
 * after any number of refunds the shares are those of the money that stayed.
 */
export function takeBack(kept: { net: Fen; fee: Fen }, refund: Fen, feeBasisPoints: number): { net: Fen; fee: Fen } {
  const left = splitFee(kept.net + kept.fee - refund, feeBasisPoints)
  return { net: kept.net - left.net, fee: kept.fee - left.fee }
}
