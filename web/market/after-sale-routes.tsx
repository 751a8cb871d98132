import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { badInput, Refusal } from '../../server/kernel/errors.ts'
import { incomingFolder, keepPhoto } from '../../server/kernel/files.ts'
import type { App, Routes } from '../../server/kernel/http.ts'
import { sayRefusal } from '../../server/kernel/i18n.ts'
import { newId } from '../../server/kernel/ids.ts'
import { once } from '../../server/kernel/once.ts'
import { countGuest, formFault, photoTooLarge, takeIn } from '../../server/kernel/photo-routes.ts'
import { type OpenAfterSale, openAfterSale, orderPage } from '../../server/modules/orders/index.ts'
import { paths } from '../paths.ts'
import { AfterSalePage, afterSaleKinds } from './pages/after-sale.tsx'
import { sendPage } from './send-page.ts'

const config = { who: 'buyer', face: 'market' } as const
const hide = { hide: true }
const Id = Type.String({ format: 'uuid' })
const OfOrder = Type.Object({ storeId: Id, orderId: Id })
const photoAtMost = 12 * 1024 * 1024
const photosAtMost = 3

/** Asking for money back by a plain form with photos: sent twice with the same key, it is asked once. */
export const afterSalePages: Routes = async (app) => {
  await app.register(multipart, {
    limits: { files: photosAtMost, fields: 8, parts: 11, fieldSize: 4096, fileSize: photoAtMost },
  })
  app.get(
    '/orders/:storeId/:orderId/after-sale',
    { config, schema: { ...hide, params: OfOrder } },
    async (request, reply) => {
      const { storeId, orderId } = request.params
      const order = await orderPage(app.db, request.actor, storeId, orderId)
      return sendPage(reply, <AfterSalePage request={request} order={order} formKey={newId()} />)
    },
  )
  app.post(
    '/orders/:storeId/:orderId/after-sale',
    { config, bodyLimit: photosAtMost * photoAtMost + 64 * 1024, schema: { ...hide, params: OfOrder } },
    async (request, reply) => {
      const { actor, params } = request
      // Seen first: whoever may not see the order sends no photos either.
      const order = await orderPage(app.db, actor, params.storeId, params.orderId)
      await countGuest(request)
      const { fields, files } = await takeIn(() => receive(request, app.settings.dataDir))
      try {
        const asked = readForm(fields)
        // Before the command: whoever holds a connection asks for no second one. What a repeat keeps is cleared away unused.
        const photos = await keepAll(app, request, files)
        await once(app.db, { key: keyIn(fields), actor, request: { params, asked } }, (tx) =>
          openAfterSale(tx, actor, params, { ...asked, photos }),
        )
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        // What is wrong is said above what was typed; browsers let nobody keep the photos but the buyer.
        const refused = sayRefusal(error, actor.language)
        const typed = Object.fromEntries(fields)
        const page = <AfterSalePage request={request} order={order} formKey={newId()} typed={typed} refused={refused} />
        return sendPage(reply, page, error.status)
      } finally {
        await Promise.all(files.map((path) => rm(path, { force: true })))
      }
      return reply.redirect(paths.order(params.storeId, params.orderId), 303)
    },
  )
}

function keyIn(fields: Map<string, string>): string {
  const key = fields.get('key') ?? ''
  if (key.length < 8 || key.length > 100) throw badInput({ detail: 'key' }, 'key')
  return key
}

function readForm(fields: Map<string, string>): OpenAfterSale {
  const kind = afterSaleKinds.find((each) => each === fields.get('kind'))
  if (!kind) throw badInput({ detail: 'kind' }, 'kind')
  const share = fields.get('damagedShare')
  const amount = fields.get('askedYuan')
  const description = fields.get('description')?.trim().slice(0, 500)
  return {
    kind,
    ...(kind === 'damagedGoods' && share ? { damagedShare: wholeNumber(share, 100, 'damagedShare') } : {}),
    ...(amount ? { askedAmount: fenOf(amount) } : {}),
    ...(description ? { description } : {}),
  }
}

function wholeNumber(text: string, most: number, field: string): number {
  const number = /^[0-9]{1,9}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > most) throw badInput({ detail: field }, field)
  return number
}

// By digits, not by multiplying: 0.29 × 100 is not 29.
function fenOf(text: string): number {
  const [, whole, cents = ''] = /^([0-9]{1,7})(?:\.([0-9]{1,2}))?$/.exec(text.trim()) ?? []
  if (whole === undefined) throw badInput({ detail: 'askedYuan' }, 'askedYuan')
  return wholeNumber(String(Number(`${whole}${cents.padEnd(2, '0')}`)), 1_000_000_000, 'askedYuan')
}

/** Reads the form as it arrives; photos go to disk, not to memory. An empty file field is no photo. */
async function receive(request: FastifyRequest, dataDir: string) {
  if (!request.isMultipart()) throw badInput({ detail: 'multipart/form-data' })
  const fields = new Map<string, string>()
  const files: string[] = []
  try {
    await mkdir(incomingFolder(dataDir), { recursive: true })
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        fields.set(part.fieldname, String(part.value))
      } else if (!part.filename) {
        part.file.resume()
      } else {
        const path = join(incomingFolder(dataDir), newId())
        files.push(path)
        await pipeline(part.file, createWriteStream(path, { mode: 0o600 }))
        if (part.file.truncated) throw photoTooLarge({ megabytes: 12 })
      }
    }
    return { fields, files }
  } catch (error) {
    await Promise.all(files.map((path) => rm(path, { force: true })))
    throw formFault(error)
  }
}

async function keepAll(app: App, request: FastifyRequest, files: readonly string[]): Promise<string[]> {
  const photos: string[] = []
  for (const path of files) {
    photos.push((await keepPhoto(app.db, app.settings.dataDir, request.actor, path)).photoId)
  }
  return photos
}
