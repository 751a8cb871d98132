import assert from 'node:assert/strict'
import { type Fen, sum } from '../../kernel/money.ts'

export interface PricedLine {
  skuId: string
  productId: string
  categoryCode: string
  name: string
  nameEn: string
  label: string
  quantity: number
  unitPrice: Fen
  amount: Fen
  weightGrams: number
  returnPolicy: 'sevenDay' | 'perishableExempt' | 'confirmedExempt'
}

/** What an offer says that an order keeps: later changes of the product do not reach back. */
export interface PricedOffer {
  skuId: string
  productId: string
  categoryCode: string
  name: string
  nameEn: string
  label: string
  price: Fen
  weightGrams: number
  returnPolicy: string
}

/** Writes down what is bought at today's prices. */
export function priceLine(offer: PricedOffer, quantity: number): PricedLine {
  assert(Number.isSafeInteger(offer.price * quantity), 'an amount is whole fen')
  return {
    skuId: offer.skuId,
    productId: offer.productId,
    categoryCode: offer.categoryCode,
    name: offer.name,
    nameEn: offer.nameEn,
    label: offer.label,
    quantity,
    unitPrice: offer.price,
    amount: offer.price * quantity,
    weightGrams: offer.weightGrams * quantity,
    returnPolicy: offer.returnPolicy as PricedLine['returnPolicy'],
  }
}

/** Σ lines + freight − discount; a discount takes the goods to nothing at most. */
export function totalOf(lines: readonly PricedLine[], freight: Fen, discount: Fen = 0) {
  const goodsAmount = sum(lines.map((line) => line.amount))
  const discountAmount = Math.min(discount, goodsAmount)
  return { goodsAmount, freightAmount: freight, discountAmount, total: goodsAmount + freight - discountAmount }
}

/** The lines of which the law wants to be told before buying: no return within seven days (消法 第二十五条). */
export function exemptLines(lines: readonly PricedLine[]): PricedLine[] {
  return lines.filter((line) => line.returnPolicy !== 'sevenDay')
}
