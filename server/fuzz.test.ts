import { deepEqual, equal, notEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, test } from 'vitest'
import { type Chance, chance } from '../demo/random.ts'
import { root } from './kernel/config.ts'
import { change } from './kernel/db.ts'
import type { Offered } from './kernel/http.ts'
import { receivingAtMost, takeIn } from './kernel/photo-routes.ts'
import type { ActorName, World } from './testing.ts'
import { type Parameter, type Wrong, wrongsOf } from './testing-mutations.ts'
import { type Asked, headersOf, requestsTo } from './testing-requests.ts'
import { openingMs, openWorld } from './testing-world.ts'

interface Described {
  paths: Record<string, Record<string, { parameters?: Parameter[] }>>
}

const described = JSON.parse(readFileSync(join(root, 'docs/api.json'), 'utf8')) as Described
// FUZZ_SEED draws other wrongs; FUZZ_PER_ROUTE=10000 tries all of them, in two minutes.
const seed = Number(process.env.FUZZ_SEED ?? 1)
const perRoute = Number(process.env.FUZZ_PER_ROUTE ?? 10)

let world: World

beforeAll(async () => {
  world = await openWorld()
}, openingMs)

afterAll(() => world?.close())

const templateOf = (path: string) => path.replaceAll(/\{([a-zA-Z]+)\}/g, ':$1')
const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters = [] }]) => ({
    route: { method: method.toUpperCase(), url: templateOf(path) },
    parameters,
  })),
)

/** As whom to ask: the rightful person, so that the input reaches the command; whoever would be ended is a stranger. */
function whoAsks({ as }: Asked, { url }: Offered): ActorName {
  return url.endsWith('/erasure') || url.endsWith('/sign-out') || url.endsWith('/end') ? 'person' : as
}

interface Answer {
  status: number
  body: string
  type: string
}

async function send(asked: Asked, wrong: Wrong, who: ActorName): Promise<Answer> {
  const payload = wrong.payload ?? asked.payload
  const answer = await world.all.inject({
    method: asked.method,
    url: wrong.url,
    headers: { 'accept-language': 'zh-CN', ...headersOf(asked, world.cookies[who]), ...wrong.headers },
    ...(payload === undefined || asked.method === 'GET' ? {} : { payload }),
  })
  return { status: answer.statusCode, body: answer.body, type: String(answer.headers['content-type']) }
}

/** What is wrong with an answer; undefined when it is as it should be. */
function faultOf(answer: Answer, { mustFail }: Wrong): string | undefined {
  if (answer.status >= 500) return 'broken'
  if (answer.status < 400) return mustFail ? 'taken' : undefined
  return isOurFormat(answer) ? undefined : 'another format'
}

/** The one error format: a code for programs, a message in the reader's language, the field to mend. Nothing else. */
function isOurFormat({ body, type }: Answer): boolean {
  if (!type.startsWith('application/json')) return false
  const { error, ...rest } = JSON.parse(body) as { error: Record<string, unknown> }
  const { code, message, field, ...more } = error
  return (
    Object.keys(rest).length + Object.keys(more).length === 0 &&
    /^[a-z]+\.[a-z_]+$/.test(String(code)) &&
    /\p{Script=Han}/u.test(String(message)) &&
    (field === undefined || typeof field === 'string')
  )
}

function draw<Item>(items: readonly Item[], count: number, luck: Chance): Item[] {
  const left = [...items]
  while (left.length > count) left.splice(luck.below(left.length), 1)
  return left
}

test('every route of the API refuses what is wrong in the one format, and nothing breaks it', {
  timeout: 600_000,
}, async () => {
  const luck = chance(seed)
  const faults: string[] = []
  let sent = 0
  for (const { route, parameters } of operations) {
    const offered = world.all.offered.find(({ method, url }) => method === route.method && url === route.url)
    ok(offered, `${route.method} ${route.url} is in docs/api.json but not on the server`)
    // Limits of attempts would hide what lies behind them.
    await change(world.db, 'delete from kernel.attempt')
    for (const asked of requestsTo(offered, world)) {
      for (const wrong of draw(wrongsOf(asked, parameters, route.url), perRoute, luck)) {
        const answer = await send(asked, wrong, whoAsks(asked, offered))
        sent++
        const fault = faultOf(answer, wrong)
        if (fault)
          faults.push(
            `${fault}: ${asked.method} ${wrong.url.slice(0, 120)} ${wrong.what} → ${answer.status} ${answer.body.slice(0, 120)}`,
          )
      }
    }
  }
  deepEqual(faults, [])
  ok(sent > 1000, `${sent} requests were sent`)
})

test('an upload that is no photo is refused in the one format', async () => {
  const part = (content: string, name = 'a.jpg') =>
    `--part\r\ncontent-disposition: form-data; name="photo"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n${content}\r\n--part--\r\n`
  const multipart = { 'content-type': 'multipart/form-data; boundary=part' }
  const uploads: [string, Record<string, string>][] = [
    [part('no photo at all'), multipart],
    [part('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', '../../a.svg'), multipart],
    [part('\xff\xd8\xff\xe0 half a photo'), multipart],
    [part('\xff\xd8\xff\xe0 cut short').slice(0, -10), multipart],
    ['--part\r\nbroken', multipart],
    ['--part--\r\n', multipart],
    ['x', { 'content-type': 'multipart/form-data' }],
    ['{}', { 'content-type': 'application/json' }],
  ]
  for (const [payload, headers] of uploads) {
    const answer = await world.all.inject({ method: 'POST', url: '/api/photos', headers, payload })
    const { statusCode: status, body } = answer
    ok(status >= 400 && status < 500, `${payload.slice(0, 60)}: ${status} ${body}`)
    ok(isOurFormat({ status, body, type: String(answer.headers['content-type']) }), body)
  }
})

async function sendAfterSale(change: (payload: string) => string = (payload) => payload, boundary = '; boundary=part') {
  const [asked] = requestsTo({ method: 'POST', url: '/orders/:storeId/:orderId/after-sale', who: 'buyer' }, world)
  return world.market.inject({
    method: 'POST',
    url: String(asked?.url),
    headers: { 'content-type': `multipart/form-data${boundary}`, cookie: world.cookies.buyer },
    payload: change(String(asked?.payload)),
  })
}

test('a form with photos that is cut short or has no boundary is refused', async () => {
  const photo = '--part\r\ncontent-disposition: form-data; name="photos"; filename="a.jpg"\r\n\r\n\xff\xd8\xff'
  for (const answer of [
    await sendAfterSale((whole) => whole.slice(0, -10)),
    await sendAfterSale((whole) => whole.replace('--part--', photo)),
    await sendAfterSale((whole) => whole, ''),
  ])
    ok(answer.statusCode >= 400 && answer.statusCode < 500, `${answer.statusCode} ${answer.body.slice(0, 200)}`)
})

test('a form with photos waits for room as photos alone do', async () => {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const inside = Array.from({ length: receivingAtMost }, () => takeIn(() => ended))
  equal((await sendAfterSale()).statusCode, 503)
  end()
  await Promise.all(inside)
  notEqual((await sendAfterSale()).statusCode, 503)
})
