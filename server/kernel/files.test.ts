import { deepEqual, equal, ok } from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { type AddressInfo, connect as connectSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises'
import type { Logger } from 'pino'
import sharp from 'sharp'
import { test } from 'vitest'
import type { Actor } from './actor.ts'
import { readConfig } from './config.ts'
import { change, type Db, row, transact } from './db.ts'
import { claimPhotos, removeUnusedPhotos, unknownPhoto, unusedAtMost } from './files.ts'
import { buildServer } from './http.ts'
import { newId } from './ids.ts'
import { logTo } from './log.ts'
import { photoRoutes, receivingAtMost } from './photo-routes.ts'
import { inDb, person, refuses } from './testing.ts'

/** A photo of the size phones take, with camera data and a position, turned on its side. */
async function phonePhoto(width = 4032, height = 3024): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 }
  const grain = await sharp({ create: { width: 500, height: 375, channels: 3, background: '#777', noise } })
    .png()
    .toBuffer()
  return sharp(grain)
    .resize(width, height)
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '31/1 30/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 80 })
    .toBuffer()
}

async function serverFor(db: Db, actor: Partial<Actor> = person(), log?: Logger) {
  const dataDir = mkdtempSync(join(tmpdir(), 'yicun-photos-'))
  const config = readConfig({ DATA_DIR: dataDir, SECRET: 'test-secret-test-secret' })
  const findActor = async () => ({ accountId: actor.accountId, duties: actor.duties ?? [] })
  const app = await buildServer({ db, config, face: 'all', findActor, log })
  await app.register(photoRoutes)
  const send = (content: Buffer, type = 'image/jpeg') => {
    const edge = 'xxPHOTOxx'
    const head = `--${edge}\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\ncontent-type: ${type}\r\n\r\n`
    return app.inject({
      method: 'POST',
      url: '/api/photos',
      headers: { 'content-type': `multipart/form-data; boundary=${edge}`, 'sec-fetch-site': 'same-origin' },
      payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${edge}--\r\n`)]),
    })
  }
  return { app, send, dataDir }
}

test(
  'a phone photo becomes three small sizes without position or camera data',
  { timeout: 120_000 },
  inDb(async (db) => {
    const { app, send } = await serverFor(db)
    const sent = await send(await phonePhoto())
    equal(sent.statusCode, 201, sent.body)
    const { photoId, sizes } = sent.json()
    // The photo was taken on its side: it stands upright now.
    deepEqual(sizes, {
      320: { width: 240, height: 320 },
      800: { width: 600, height: 800 },
      1600: { width: 1200, height: 1600 },
    })
    for (const size of ['320.avif', '320.webp', '800.avif', '800.webp', '1600.avif', '1600.webp']) {
      const got = await app.inject({ url: `/api/photos/${photoId}/${size}` })
      equal(got.statusCode, 200)
      equal(got.headers['content-type'], `image/${size.split('.')[1]}`)
      ok(String(got.headers['cache-control']).includes('immutable'))
      ok(got.rawPayload.length <= 300 * 1024, `${size} has ${got.rawPayload.length} bytes`)
      const { exif, xmp, iptc, width } = await sharp(got.rawPayload).metadata()
      deepEqual([exif, xmp, iptc], [undefined, undefined, undefined])
      ok(width)
    }
  }),
)

test(
  'what is not a photo by its content is refused, whatever it calls itself',
  inDb(async (db) => {
    const { send, dataDir } = await serverFor(db)
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    for (const content of [svg, Buffer.from('GIF89a......'), Buffer.from('%PDF-1.7 ...'), Buffer.alloc(0)]) {
      const sent = await send(content)
      equal(sent.statusCode, 415, sent.body)
      equal(sent.json().error.code, 'kernel.not_a_photo')
    }
    deepEqual(readdirSync(join(dataDir, 'files', 'incoming')), [])
  }),
)

test(
  'a damaged photo and a decompression bomb are refused',
  inDb(async (db) => {
    const { send } = await serverFor(db)
    const broken = (await phonePhoto(800, 600)).subarray(0, 9000)
    equal((await send(broken)).json().error.code, 'kernel.broken_photo')
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    ok(bomb.length < 1024 * 1024)
    equal((await send(bomb, 'image/png')).json().error.code, 'kernel.broken_photo')
  }),
)

test(
  'a photo over 12 MB is refused and leaves nothing on disk',
  inDb(async (db) => {
    const { send, dataDir } = await serverFor(db)
    const sent = await send(Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.alloc(12 * 1024 * 1024)]))
    equal(sent.statusCode, 413, sent.body)
    equal(sent.json().error.code, 'kernel.photo_too_large')
    deepEqual(readdirSync(join(dataDir, 'files', 'incoming')), [])
  }),
)

test(
  'a request without a photo is bad input, not a crash',
  inDb(async (db) => {
    const { app } = await serverFor(db)
    const headers = { 'sec-fetch-site': 'same-origin' }
    const json = await app.inject({ method: 'POST', url: '/api/photos', headers, payload: { a: 1 } })
    equal(json.statusCode, 415)
    const edge = { ...headers, 'content-type': 'multipart/form-data; boundary=x' }
    for (const payload of ['', '--x--\r\n', '--x\r\nbroken']) {
      const sent = await app.inject({ method: 'POST', url: '/api/photos', headers: edge, payload })
      ok(sent.statusCode >= 400 && sent.statusCode < 500, `${JSON.stringify(payload)} gave ${sent.statusCode}`)
    }
    equal((await app.inject({ url: `/api/photos/${newId()}/320.avif` })).statusCode, 404)
    equal((await app.inject({ url: `/api/photos/${newId()}/321.avif` })).statusCode, 400)
    equal((await app.inject({ url: '/api/photos/..%2F..%2Fsecret/320.avif' })).statusCode, 400)
  }),
)

test(
  'only the sender may use a photo, and an unused one goes after two days',
  inDb(async (db) => {
    const sender = person()
    const { send, dataDir } = await serverFor(db, sender)
    const photo = await phonePhoto(400, 300)
    const [kept, left] = [(await send(photo)).json().photoId, (await send(photo)).json().photoId]
    await refuses(
      transact(db, (tx) => claimPhotos(tx, person(), [kept])),
      unknownPhoto,
    )
    await refuses(
      transact(db, (tx) => claimPhotos(tx, sender, [kept, newId()])),
      unknownPhoto,
    )
    await transact(db, (tx) => claimPhotos(tx, sender, [kept, kept]))
    equal(await removeUnusedPhotos(db, dataDir), 0)
    await change(db, `update kernel.file set created_at = now() - interval '49 hours'`)
    equal(await removeUnusedPhotos(db, dataDir), 1)
    ok(existsSync(join(dataDir, 'files', kept.slice(-2), kept, '320.avif')))
    ok(!existsSync(join(dataDir, 'files', left.slice(-2), left)))
    equal((await row<{ left: number }>(db, 'select count(*) as left from kernel.file'))?.left, 1)
  }),
)

test(
  'a guest may send a photo as evidence',
  inDb(async (db) => {
    const { send } = await serverFor(db, {})
    const sent = await send(await phonePhoto(400, 300))
    equal(sent.statusCode, 201, sent.body)
    const stored = await row<{ guestId: string | null; ownerAccountId: string | null }>(
      db,
      'select guest_id, owner_account_id from kernel.file',
    )
    ok(stored?.guestId)
    equal(stored?.ownerAccountId, null)
  }),
)

test(
  'nobody fills the disk: photos that wait to be used have a limit, for a person and for all guests together',
  inDb(async (db) => {
    const sender = person()
    const { send } = await serverFor(db, sender)
    const wait = (count: number, owner: string | null, guest: string | null) =>
      change(
        db,
        `insert into kernel.file (id, owner_account_id, guest_id, sizes)
         select gen_random_uuid(), $2, $3, '{}' from generate_series(1, $1)`,
        [count, owner, guest],
      )
    await wait(unusedAtMost.perPerson, sender.accountId, null)
    const refused = await send(await phonePhoto(400, 300))
    deepEqual([refused.statusCode, refused.json().error.code], [429, 'kernel.too_many_photos'])
    await wait(unusedAtMost.ofGuests, null, 'another guest')
    const { send: asGuest } = await serverFor(db, {})
    equal((await asGuest(await phonePhoto(400, 300))).statusCode, 503)
    // A new cookie every time helps nobody.
    process.env.ATTEMPTS_PER_IP = '2'
    try {
      equal((await asGuest(await phonePhoto(400, 300))).statusCode, 503)
      equal((await asGuest(await phonePhoto(400, 300))).statusCode, 429)
    } finally {
      delete process.env.ATTEMPTS_PER_IP
    }
  }),
)

test(
  'uploads on slow lines leave room for all else; broken off, they leave nothing behind and are no alarm',
  { timeout: 60_000 },
  inDb(async (db) => {
    const lines: string[] = []
    const { app, send, dataDir } = await serverFor(db, person(), logTo({ write: (line) => void lines.push(line) }))
    await app.listen({ port: 0 })
    const { port } = app.server.address() as AddressInfo
    const incoming = () => readdirSync(join(dataDir, 'files', 'incoming')).length
    const half = [
      'POST /api/photos HTTP/1.1',
      'host: x',
      'content-type: multipart/form-data; boundary=x',
      'content-length: 9999',
      '',
      '--x',
      'content-disposition: form-data; name="photo"; filename="a.jpg"',
      '',
      'half',
    ].join('\r\n')
    const sockets = Array.from({ length: receivingAtMost }, () => connectSocket(port, '127.0.0.1'))
    for (const socket of sockets) {
      await once(socket, 'connect')
      socket.write(half)
    }
    while (!existsSync(join(dataDir, 'files', 'incoming')) || incoming() < receivingAtMost) await sleep(10)
    const photo = await phonePhoto(400, 300)
    const refused = await send(photo)
    deepEqual([refused.statusCode, refused.headers['retry-after']], [503, '1'])
    for (const socket of sockets) socket.destroy()
    while (incoming() > 0) await sleep(10)
    // Their files are gone; that they are is told in the next turn.
    await turn()
    equal((await send(photo)).statusCode, 201)
    deepEqual(lines, [])
    await app.close()
  }),
)
