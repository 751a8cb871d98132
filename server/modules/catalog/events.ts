import { event } from '../../kernel/events.ts'

/** Something that buyers see of a product changed: words, prices, seals, whether it is on sale. */
export const productChanged = event<{ productId: string }>('catalog.product_changed')

/** A village has its signature product, confirmed by the county. */
export const signaturePublished = event<{ villageCode: string }>('catalog.signature_published')
export const signatureWithdrawn = event<{ villageCode: string }>('catalog.signature_withdrawn')
