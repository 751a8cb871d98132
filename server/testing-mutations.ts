import type { Asked } from './testing-requests.ts'

/** A request gone wrong in one way. */
export interface Wrong {
  what: string
  url: string
  payload?: string | Buffer
  headers?: Record<string, string>
  /** No reading of it is right: it must be refused. Otherwise it may be taken, but never break anything. */
  mustFail: boolean
}

/** A parameter as the API's description names it. */
export interface Parameter {
  name: string
  in: 'query' | 'path' | 'header'
}

const json = { 'content-type': 'application/json' }
const hostile = [
  `'; drop table orders."order"; --`,
  `' or '1'='1`,
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '{{7*7}}%s%n%x',
  '../../../../etc/passwd',
  '\u202e反转\u200b',
  '🍑'.repeat(30),
  '\\',
  '%',
]
const ofOtherTypes: Record<string, unknown[]> = {
  string: [1, true, {}, [], null],
  number: ['1', true, {}, [], null],
  boolean: ['yes', 2, {}, [], null],
  object: ['x', 3, true, [], null],
  array: ['x', 4, true, {}, null],
}
const numbers = [-1, 0, 1.5, -2147483649, 2147483648, 9007199254740992, 1e308]
const odd = [1.5, 1e308]

/** Everything that can go wrong with this request. */
export function wrongsOf(asked: Asked, parameters: readonly Parameter[], template: string): Wrong[] {
  return [...inPath(asked, template), ...inQuery(asked, parameters), ...inHeaders(asked), ...inBody(asked)]
}

function inPath({ method, url }: Asked, template: string): Wrong[] {
  const [path = '', query] = url.split('?')
  const parts = path.split('/')
  const values = [
    'x',
    '00000000-0000-7000-8000-000000000000',
    '%00',
    '-1',
    `'%20or%201=1--`,
    'y'.repeat(300),
    '%E0%A4%A',
  ]
  return template.split('/').flatMap((part, index) => {
    if (!part.includes(':')) return []
    return values.map((value, at) => {
      const wrong = [...parts.slice(0, index), value, ...parts.slice(index + 1)].join('/')
      // Whoever takes out of a basket what is not in it has what they wanted.
      const mustFail = method !== 'DELETE' || at !== 1
      return { what: `${part} = ${value.slice(0, 20)}`, url: query ? `${wrong}?${query}` : wrong, mustFail }
    })
  })
}

function inQuery({ url }: Asked, parameters: readonly Parameter[]): Wrong[] {
  const [path = '', query = ''] = url.split('?')
  const withValue = (name: string, value: string) => {
    const rest = query.split('&').filter((pair) => pair && !pair.startsWith(`${name}=`))
    return `${path}?${[...rest, `${name}=${value}`].join('&')}`
  }
  return parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap(({ name }) => {
      const values = [
        '',
        '-1',
        '0',
        '9'.repeat(30),
        '1e9',
        '%00',
        '%ff%fe',
        'z'.repeat(3000),
        `1&${name}=2`,
        '%E0%A4%A',
      ]
      const texts = hostile.map((text) => encodeURIComponent(text))
      const loose = [...values, ...texts].map((value) => ({
        what: `?${name}=${value.slice(0, 30)}`,
        url: withValue(name, value),
        mustFail: false,
      }))
      return name === 'cursor' ? [...loose, ...badCursors.map((value) => cursor(withValue(name, value), value))] : loose
    })
}

const encoded = (text: string) => Buffer.from(text).toString('base64url')
const badCursors = [
  'nonsense',
  encoded('{}'),
  encoded('[]'),
  encoded('[null]'),
  encoded('[[1]]'),
  encoded('["x","y","z","w"]'),
  encoded('["\\u0000"]'),
  encoded('[1e400,1e400]'),
]
const cursor = (url: string, value: string) => ({ what: `cursor ${value}`, url, mustFail: true })

function inHeaders({ url, payload, contentType }: Asked): Wrong[] {
  const body = bodyOf(payload)
  const loose = (what: string, headers: Record<string, string>) => ({
    what,
    url,
    ...(body === undefined ? {} : { payload: body }),
    headers: { ...(body === undefined || contentType ? {} : json), ...headers },
    mustFail: false,
  })
  return [
    loose('a key too short', { 'idempotency-key': 'short' }),
    loose('a key too long', { 'idempotency-key': 'k'.repeat(500) }),
    loose('an odd key', { 'idempotency-key': `'; drop table x; --${'\u00e9'.repeat(20)}` }),
    loose('an origin that is no address', { origin: 'not an address' }),
    loose('another origin', { origin: 'https://elsewhere.example' }),
    loose('odd cookies', { cookie: `yicun.session_token=%E0%A4%A; guest=${'g'.repeat(400)}; lang=xx; =; a` }),
    loose('an odd language', { 'accept-language': `${'*,;q=,'.repeat(60)}`, accept: '*/*;;' }),
    loose('an odd host', { host: 'a b<>' }),
  ]
}

const bodyOf = (payload: Asked['payload']) =>
  payload === undefined || typeof payload === 'string' ? payload : JSON.stringify(payload)

function inBody({ url, method, payload }: Asked): Wrong[] {
  if (method === 'GET') return []
  const sent = (
    what: string,
    text: string | Buffer,
    mustFail = true,
    headers = json as Record<string, string>,
  ): Wrong => ({
    what,
    url,
    payload: text,
    headers,
    mustFail,
  })
  // Where nothing is read from the body, only its form counts.
  const reads = typeof payload === 'object'
  const broken = [
    sent('JSON that breaks off', '{"a":'),
    sent('no JSON', 'nonsense'),
    sent('JSON of half a letter', Buffer.from([0x7b, 0x22, 0xe8, 0x8c, 0x22, 0x3a, 0x31, 0x7d]), reads),
    sent('a body of 100 kB', JSON.stringify({ a: 'x'.repeat(100_000) })),
    sent('a prototype', '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'),
    sent('XML', '<?xml version="1.0"?><a/>', reads, { 'content-type': 'application/xml' }),
    sent('a type that is none', '{}', false, { 'content-type': 'nonsense;;' }),
    sent('a list', '[1]', reads),
    sent('a number', '7', reads),
    sent('null', 'null', false),
    sent('sixty thousand braces', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, reads),
  ]
  return reads ? [...broken, ...inFields(payload as Record<string, unknown>, sent)] : broken
}

type Sent = (what: string, text: string, mustFail?: boolean) => Wrong

function inFields(body: Record<string, unknown>, sent: Sent): Wrong[] {
  const changed = (what: string, change: Record<string, unknown>, mustFail = true) =>
    sent(what, JSON.stringify({ ...body, ...change }), mustFail)
  const each = Object.entries(body).flatMap(([name, value]) => {
    if (value === null) return []
    const kind = Array.isArray(value) ? 'array' : typeof value
    const wrong = (ofOtherTypes[kind] ?? []).map((other) =>
      changed(`${name}: ${JSON.stringify(other)}`, { [name]: other }),
    )
    const without = sent(`without ${name}`, JSON.stringify({ ...body, [name]: undefined }), false)
    if (kind === 'string') return [...wrong, without, ...textsIn(name, changed)]
    if (kind === 'number')
      return [...wrong, without, ...numbers.map((n) => changed(`${name}: ${n}`, { [name]: n }, odd.includes(n)))]
    if (Array.isArray(value)) return [...wrong, without, ...itemsIn(name, value, changed)]
    return [...wrong, without]
  })
  return [changed('a field that is none', { surprise: 1 }), sent('nothing in it', '{}', false), ...each]
}

type Changed = (what: string, change: Record<string, unknown>, mustFail?: boolean) => Wrong

function textsIn(name: string, changed: Changed): Wrong[] {
  return [
    changed(`${name}: a NUL byte`, { [name]: 'a\u0000b' }),
    changed(`${name}: 30,000 letters`, { [name]: '长'.repeat(15_000) }, false),
    changed(`${name}: nothing`, { [name]: '' }, false),
    changed(`${name}: blanks`, { [name]: ' \u3000 ' }, false),
    changed(`${name}: half a letter`, { [name]: '\ud83c' }, false),
    changed(`${name}: an id of nobody`, { [name]: '00000000-0000-7000-8000-000000000000' }, false),
    changed(`${name}: a place that is none`, { [name]: '329999999999' }, false),
    changed(`${name}: a day that is none`, { [name]: '2026-02-30' }, false),
    changed(`${name}: a day long ago`, { [name]: '0001-01-01' }, false),
    ...hostile.map((text) => changed(`${name}: ${text.slice(0, 20)}`, { [name]: text }, false)),
  ]
}

function itemsIn(name: string, value: readonly unknown[], changed: Changed): Wrong[] {
  const [first] = value
  const many = Array.from({ length: 400 }, () => first ?? 1)
  const nested =
    typeof first === 'object' && first !== null
      ? Object.entries(first).flatMap(([field, inner]) =>
          [...(ofOtherTypes[typeof inner] ?? []), ...(typeof inner === 'number' ? odd : ['a\u0000b'])].map((other) =>
            changed(`${name}.0.${field}: ${JSON.stringify(other)}`, { [name]: [{ ...first, [field]: other }] }),
          ),
        )
      : []
  return [
    changed(`${name}: nothing`, { [name]: [] }, false),
    changed(`${name}: the same 400 times`, { [name]: many }),
    changed(`${name}: of null`, { [name]: [null] }),
    ...nested,
  ]
}
