import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { countFrom } from './attempts.ts'
import { badInput, notFound, Refusal, refusal, tooBusy } from './errors.ts'
import { incomingFolder, keepPhoto, pathOfPicture } from './files.ts'
import type { Routes } from './http.ts'
import { newId } from './ids.ts'
import { notAPhoto } from './pictures.ts'

const uploadAtMost = 12 * 1024 * 1024
/** Photos on their way in at once: a phone on a slow line holds its place for minutes, and all places are not for photos. */
export const receivingAtMost = 40

export const photoTooLarge = refusal<{ megabytes: number }>(
  'kernel.photo_too_large',
  413,
  'A photo may have at most 12 MB',
)

const Side = Type.Enum(['320', '800', '1600'])
const Picture = Type.Object({
  photoId: Type.String({ format: 'uuid' }),
  side: Side,
  extension: Type.Enum(['avif', 'webp']),
})

const PhotoAnswer = Type.Object({
  photoId: Type.String({ format: 'uuid' }),
  sizes: Type.Record(Type.String(), Type.Object({ width: Type.Integer(), height: Type.Integer() })),
})

/** Sends photos in and out. A guest may send some too: for damaged goods, the photo is the evidence. */
export const photoRoutes: Routes = async (app) => {
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1, fileSize: uploadAtMost } })

  app.post(
    '/api/photos',
    {
      config: { who: 'buyer' },
      bodyLimit: uploadAtMost + 64 * 1024,
      schema: {
        tags: ['photos'],
        summary: 'Send one photo as multipart/form-data: JPEG, PNG or WebP, at most 12 MB',
        consumes: ['multipart/form-data'],
        response: { 201: PhotoAnswer },
      },
    },
    async (request, reply) => {
      const { dataDir } = app.settings
      await countGuest(request)
      const path = await takeIn(() => spool(request, dataDir))
      try {
        return reply.code(201).send(await keepPhoto(app.db, dataDir, request.actor, path))
      } finally {
        await rm(path, { force: true })
      }
    },
  )

  app.get(
    '/api/photos/:photoId/:side.:extension',
    {
      config: { who: 'anyone' },
      schema: {
        tags: ['photos'],
        summary: 'One size of a photo; it never changes, so it may be kept for ever',
        params: Picture,
      },
    },
    async (request, reply) => {
      const { photoId, side, extension } = request.params
      const path = pathOfPicture(app.settings.dataDir, photoId, side, extension)
      const found = await stat(path).catch(() => undefined)
      if (!found) throw notFound({ what: 'photo' })
      return reply
        .headers({ 'cache-control': 'public, max-age=31536000, immutable', 'content-length': found.size })
        .type(`image/${extension}`)
        .send(createReadStream(path))
    },
  )
}

/** A guest's cookie is free: one of them could take the room that all have together (`unusedAtMost`). */
export async function countGuest({ actor, ip, server: { db, settings } }: FastifyRequest): Promise<void> {
  if (!actor.accountId) await countFrom(db, settings, 'photos.guest', ip)
}

let comingIn = 0

/** Lets somebody send photos, if there is room for one more. */
export async function takeIn<Taken>(receive: () => Promise<Taken>): Promise<Taken> {
  if (comingIn >= receivingAtMost) throw tooBusy()
  comingIn++
  return receive().finally(() => comingIn--)
}

/** Writes the upload to disk as it arrives, so that many slow phones at once do not fill the memory. */
async function spool(request: FastifyRequest, dataDir: string): Promise<string> {
  if (!request.isMultipart()) throw notAPhoto()
  const upload = await request.file().catch(() => undefined)
  if (!upload) throw badInput({ detail: 'one photo' })
  const folder = incomingFolder(dataDir)
  await mkdir(folder, { recursive: true })
  const path = join(folder, newId())
  try {
    await pipeline(upload.file, createWriteStream(path, { mode: 0o600 }))
    if (upload.file.truncated) throw photoTooLarge({ megabytes: 12 })
    return path
  } catch (error) {
    await rm(path, { force: true })
    throw formFault(error)
  }
}

/** A form that is cut short is its sender's fault; its reader says so without a code, where a disk's error has one. */
export function formFault(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error) || 'code' in error) return error
  return badInput({ detail: 'multipart/form-data' })
}
