import { ask, type Lot, type Product, Refused, sendPhoto } from './api.ts'
import { fenOf, gramsOf, labelOf, piecesOf } from './draft-numbers.ts'
import type { ReadyDraft } from './draft-store.ts'

/**
 * Sends a finished draft step by step and remembers each step before the next begins, so that a send that broke off goes
 * on where it was. A step whose answer was lost is repeated with the same key and happens once.
 */
export async function sendDraft(
  ready: ReadyDraft,
  remember: (ready: ReadyDraft) => Promise<void>,
): Promise<ReadyDraft> {
  let at = ready
  const note = async (progress: Partial<ReadyDraft>) => {
    at = { ...at, ...progress }
    await remember(at)
  }
  // Another sending of the photo would be another photo, and so another product: its id is kept first.
  if (at.photo && !at.photoId) await note({ photoId: await sendPhoto(at.photo) })
  if (!at.productId) {
    const { id, skus } = await ask<Product>('POST', '/api/products', productOf(at), at.key)
    await note({ productId: id, ...(skus[0] ? { skuId: skus[0].id, gtin: skus[0].gtin } : {}) })
  }
  if (!at.lotId) {
    const lot = { productId: at.productId, harvestedOn: at.harvestedOn, quantityGrams: gramsOf(at) * piecesOf(at) }
    const { id, lotNumber } = await ask<Lot>('POST', '/api/lots', lot, `${at.key}-lot`)
    await note({ lotId: id, lotNumber })
  }
  if (!at.stocked) {
    const receipt = { skuId: at.skuId, lotId: at.lotId, quantity: piecesOf(at) }
    await ask('POST', '/api/stock/receipts', receipt, `${at.key}-stock`)
    await note({ stocked: true })
  }
  if (at.publish && !at.published) {
    await publish(at.productId as string)
    await note({ published: true })
  }
  return at
}

/** Puts a product on sale; one that is on sale already stays so. */
export async function publish(productId: string): Promise<void> {
  try {
    await ask('POST', `/api/products/${productId}/publish`)
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'catalog.not_publishable') throw error
    const { state } = await ask<Product>('GET', `/api/products/${productId}`)
    if (state !== 'published') throw error
  }
}

function productOf(ready: ReadyDraft) {
  const { merchantId, villageCode, categoryCode, name, photoId } = ready
  return {
    merchantId,
    villageCode,
    categoryCode,
    name: name.trim(),
    ...(photoId ? { photos: [photoId] } : {}),
    skus: [{ label: labelOf(gramsOf(ready)), weightGrams: gramsOf(ready), price: fenOf(ready) }],
  }
}
