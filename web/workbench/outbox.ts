import { ask, type Product, sendPhoto } from './api.ts'

/** A product to be listed, kept on the phone until the server has it. The key makes a repeat the same product. */
export interface Draft {
  key: string
  photo?: Blob
  merchantId: string
  villageCode: string
  categoryCode: string
  name: string
  priceFen: number
  weightGrams: number
  pieces: number
  harvestedOn: string
  publish: boolean
}

/** Keeps a draft on the phone. */
export async function keep(draft: Draft): Promise<void> {
  await inStore('readwrite', (store) => store.put(draft))
}

/** The drafts that wait to be sent. */
export async function waiting(): Promise<Draft[]> {
  return inStore<Draft[]>('readonly', (store) => store.getAll())
}

let sending: Promise<number> | undefined

/** Sends what waits, oldest first; stops at the first that needs a network. Gives how many went. */
export function sendWaiting(): Promise<number> {
  sending ??= sendAll().finally(() => {
    sending = undefined
  })
  return sending
}

async function sendAll(): Promise<number> {
  let sent = 0
  for (const draft of await waiting()) {
    await send(draft)
    await inStore('readwrite', (store) => store.delete(draft.key))
    sent++
  }
  return sent
}

// Each step is safe to repeat, so a send that broke off half way goes on where it was.
async function send(draft: Draft): Promise<void> {
  const photoId = draft.photo ? await sendPhoto(draft.photo) : undefined
  const product = await ask<Product>(
    'POST',
    '/api/products',
    {
      merchantId: draft.merchantId,
      villageCode: draft.villageCode,
      categoryCode: draft.categoryCode,
      name: draft.name,
      ...(photoId ? { photos: [photoId] } : {}),
      skus: [{ label: labelOf(draft.weightGrams), weightGrams: draft.weightGrams, price: draft.priceFen }],
    },
    draft.key,
  )
  const lot = await ask<{ id: string }>('POST', '/api/lots', {
    productId: product.id,
    harvestedOn: draft.harvestedOn,
    quantityGrams: draft.weightGrams * draft.pieces,
  })
  const skuId = product.skus[0]?.id
  await ask('POST', '/api/stock/receipts', { skuId, lotId: lot.id, quantity: draft.pieces }, `${draft.key}-stock`)
  if (draft.publish && product.state !== 'published') await ask('POST', `/api/products/${product.id}/publish`)
}

const labelOf = (grams: number) => (grams % 500 === 0 ? `${grams / 500} 斤装` : `${grams} 克装`)

function inStore<Answer>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('yicun-workbench', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('draft', { keyPath: 'key' })
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const asked = work(opening.result.transaction('draft', mode).objectStore('draft'))
      asked.onerror = () => reject(asked.error)
      asked.onsuccess = () => {
        resolve(asked.result as Answer)
        opening.result.close()
      }
    }
  })
}
