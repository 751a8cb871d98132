import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Actor } from './actor.ts'
import { change, type Db, row, rows, type Tx } from './db.ts'
import { refusal, signInFirst, tooBusy } from './errors.ts'
import { newId } from './ids.ts'
import { drawSizes } from './pictures.ts'
import { every } from './schedule.ts'

export interface Photo {
  photoId: string
  sizes: Record<string, { width: number; height: number }>
}

/** Photos that one person has sent and not yet used; more means they are lost or the person is not a person. */
export const unusedAtMost = { perPerson: 60, ofGuests: 5000 }
/** Uploads that wait for the one encoder; the next is asked to come again. */
const waitingAtMost = 12

const tooManyPhotos = refusal<{ most: number }>('kernel.too_many_photos', 429, 'Too many photos are waiting to be used')
export const unknownPhoto = refusal(
  'kernel.unknown_photo',
  422,
  'One of the photos is not there or belongs to someone else',
)

/** Takes a photo in: three sizes in AVIF and WebP without position or device data, under the data folder. */
export async function keepPhoto(db: Db, dataDir: string, actor: Actor, path: string): Promise<Photo> {
  const owner = ownerOf(actor)
  await refuseTooMany(db, owner)
  const photoId = newId()
  const folder = folderOfPhoto(dataDir, photoId)
  // Drawn beside its place and then moved there, so that a picture is whole or not there at all.
  const sizes = await oneAtATime(() => drawSizes(path, `${folder}.new`))
  await rename(`${folder}.new`, folder)
  try {
    await change(db, 'insert into kernel.file (id, owner_account_id, guest_id, sizes) values ($1, $2, $3, $4)', [
      photoId,
      owner.accountId,
      owner.guestId,
      JSON.stringify(sizes),
    ])
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return { photoId, sizes }
}

/** Marks photos as used, so that they stay. Only the sender's own photos count; refuses others. */
export async function claimPhotos(tx: Tx, actor: Actor, photoIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(photoIds)]
  if (wanted.length === 0) return
  const used = await change(
    tx,
    `update kernel.file set used = true
     where id = any($1::uuid[]) and ($4 or owner_account_id = $2 or guest_id = $3)`,
    [wanted, actor.accountId ?? null, actor.guestId ?? null, actor.system ?? false],
  )
  if (used !== wanted.length) throw unknownPhoto(undefined, 'photos')
}

/** Where one size of a photo lies. */
export function pathOfPicture(dataDir: string, photoId: string, side: string, extension: string): string {
  return join(folderOfPhoto(dataDir, photoId), `${side}.${extension}`)
}

/** Removes photos that nobody used within two days, at most 1,000 at a time, and says how many went. */
export async function removeUnusedPhotos(db: Db, dataDir: string): Promise<number> {
  const gone = await rows<{ id: string }>(
    db,
    `delete from kernel.file where id in (
       select id from kernel.file where not used and created_at < now() - interval '2 days' limit 1000)
     and not used returning id`,
  )
  for (const { id } of gone) await rm(folderOfPhoto(dataDir, id), { recursive: true, force: true })
  return gone.length
}

/** Lets the work process clear the data folder of unused photos every hour. */
export function clearPhotosHourly(dataDir: string): void {
  every(3600, 'kernel.remove_unused_photos', async (db) => {
    while ((await removeUnusedPhotos(db, dataDir)) === 1000);
    await removeStaleUploads(dataDir)
  })
}

/** Where uploads wait to be drawn. */
export const incomingFolder = (dataDir: string) => join(dataDir, 'files', 'incoming')

// What a killed process left behind: no upload takes an hour.
async function removeStaleUploads(dataDir: string): Promise<void> {
  const folder = incomingFolder(dataDir)
  for (const name of await readdir(folder).catch(() => [])) {
    const { mtimeMs } = await stat(join(folder, name))
    if (mtimeMs < Date.now() - 3600_000) await rm(join(folder, name), { force: true })
  }
}

function ownerOf(actor: Actor): { accountId: string | null; guestId: string | null } {
  if (actor.accountId) return { accountId: actor.accountId, guestId: null }
  if (actor.guestId) return { accountId: null, guestId: actor.guestId }
  throw signInFirst()
}

async function refuseTooMany(db: Db, owner: ReturnType<typeof ownerOf>): Promise<void> {
  const waiting = await row<{ own: number; guests: number }>(
    db,
    `select (select count(*) from kernel.file where not used and (owner_account_id = $1 or guest_id = $2)) own,
       case when $2::text is null then 0
         else (select count(*) from kernel.file where not used and guest_id is not null) end guests`,
    [owner.accountId, owner.guestId],
  )
  if ((waiting?.own ?? 0) >= unusedAtMost.perPerson) throw tooManyPhotos({ most: unusedAtMost.perPerson })
  // A guest's cookie is free, so guests together have a limit too: the disk is everyone's.
  if ((waiting?.guests ?? 0) >= unusedAtMost.ofGuests) throw tooBusy()
}

// Drawing takes a whole processor core and up to 200 MB; two at once would slow down every buyer.
let last: Promise<unknown> = Promise.resolve()
let waiting = 0

async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= waitingAtMost) throw tooBusy()
  waiting++
  const mine = last.then(work)
  last = mine.catch(() => {})
  return mine.finally(() => waiting--)
}

/** A photo's folder. The end of an id is random (its beginning is the time), so photos spread evenly over 256 folders. */
export function folderOfPhoto(dataDir: string, photoId: string): string {
  return join(dataDir, 'files', photoId.slice(-2), photoId)
}
