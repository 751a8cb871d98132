/** What a seller has typed so far: survives a reload, a flat battery and a greenhouse without a network. */
export interface Draft {
  /** Names this one product for ever: whatever is sent twice with it happens once. */
  key: string
  accountId: string
  step: number
  merchantId: string
  merchantName: string
  villageCode: string
  photo?: Blob
  name: string
  categoryCode: string
  /** Numbers as they were typed: yuan, jin, pieces. */
  price: string
  weight: string
  pieces: string
  harvestedOn: string
}

/** A finished draft on its way to the server, with how far it has come. */
export interface ReadyDraft extends Draft {
  queuedAt: number
  /** The seller's own goods go on sale at once; a station's wait for the store. */
  publish: boolean
  photoId?: string
  productId?: string
  skuId?: string
  gtin?: string
  lotId?: string
  lotNumber?: string
  stocked?: boolean
  published?: boolean
  /** Why the server said no; it waits for a person then. */
  refusal?: string
}

type StoreName = 'unfinished' | 'waiting'

/** The draft being written by this person, if there is one. */
export function unfinishedOf(accountId: string): Promise<Draft | undefined> {
  return inStore<Draft | undefined>('unfinished', 'readonly', (store) => store.get(accountId))
}

/** Keeps the draft being written; there is one per person. */
export async function keepUnfinished(draft: Draft): Promise<void> {
  await inStore('unfinished', 'readwrite', (store) => store.put(draft))
}

/** Forgets the draft being written. */
export async function forgetUnfinished(accountId: string): Promise<void> {
  await inStore('unfinished', 'readwrite', (store) => store.delete(accountId))
}

/** This person's finished drafts that the server does not have yet, oldest first. */
export async function waitingOf(accountId: string): Promise<ReadyDraft[]> {
  const all = await inStore<ReadyDraft[]>('waiting', 'readonly', (store) => store.getAll())
  return all.filter((ready) => ready.accountId === accountId).sort((a, b) => a.queuedAt - b.queuedAt)
}

/** Keeps a finished draft; the same key is the same one. */
export async function keepWaiting(ready: ReadyDraft): Promise<void> {
  await inStore('waiting', 'readwrite', (store) => store.put(ready))
}

/** One finished draft, if it still waits. */
export function waitingBy(key: string): Promise<ReadyDraft | undefined> {
  return inStore<ReadyDraft | undefined>('waiting', 'readonly', (store) => store.get(key))
}

/** Takes a finished draft out: it was sent, or its writer wants it back. */
export async function dropWaiting(key: string): Promise<void> {
  await inStore('waiting', 'readwrite', (store) => store.delete(key))
}

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const opening = indexedDB.open('yicun-workbench', 2)
    opening.onupgradeneeded = () => {
      const database = opening.result
      for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name)
      database.createObjectStore('unfinished', { keyPath: 'accountId' })
      database.createObjectStore('waiting', { keyPath: 'key' })
    }
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      // A newer version of the app in another window must not wait for this one.
      opening.result.onversionchange = () => opening.result.close()
      resolve(opening.result)
    }
  })
  return opened
}

async function inStore<Answer>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest,
): Promise<Answer> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode)
    const asked = work(transaction.objectStore(name))
    // Only a finished transaction is on the disk.
    transaction.oncomplete = () => resolve(asked.result as Answer)
    transaction.onabort = () => reject(transaction.error)
  })
}
