import { refusal } from '../../kernel/errors.ts'

export const outOfStock = refusal<{ skuId: string; wanted: number; left: number }>(
  'inventory.out_of_stock',
  409,
  'Not as many are left as you want',
)
export const foreignLot = refusal<{ skuId: string; lotId: string }>(
  'inventory.foreign_lot',
  422,
  'This lot is not of the same product',
)
export const unknownSku = refusal<{ skuId: string }>('inventory.unknown_sku', 404, 'There is no such package')
export const correctionTooLarge = refusal<{ left: number }>(
  'inventory.correction_too_large',
  409,
  'Not as many lie free in this lot',
)
