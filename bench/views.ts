import { fillDemo } from '../demo/fill-demo.ts'
import { demoPassword } from '../demo/make-people.ts'
import { progress } from '../server/commands/progress.ts'
import { connect, rows } from '../server/kernel/db.ts'
import { migrate } from '../server/kernel/migrate.ts'
import { dayOf } from '../server/kernel/time.ts'
import { freePort } from '../tests/free-ports.ts'
import { http, quantile } from './load.ts'
import { launchYicun } from './processes.ts'

export interface Scale {
  villages: number
  orders: number
}
export type Views = Record<'province' | 'prefecture' | 'county', { median: number; p95: number; asked: number }>

/**
 * Measures the office's figures of each level, as the province's officer, in a demo world of this size that is filled
 * first; without a size in the one that is there.
 */
export async function measureViews(databaseUrl: string, scale: Scale | undefined, secret: string): Promise<Views> {
  if (scale) await migrate(databaseUrl)
  const { db, close } = connect(databaseUrl, 4)
  if (scale) await fillDemo(db, secret, { ...scale, seed: 1 }, progress)
  const codes = await rows<{ code: string; level: number }>(
    db,
    'select code, level from divisions.division where level <= 3 and valid_to is null order by code',
  )
  await close()
  const port = await freePort()
  const office = await launchYicun(['serve', 'office'], {
    DATABASE_URL: databaseUrl,
    OFFICE_PORT: String(port),
    SECRET: secret,
  })
  try {
    const base = `http://127.0.0.1:${port}`
    const cookie = await signIn(base)
    const ofLevel = (level: number) => codes.filter((each) => each.level === level).map((each) => each.code)
    const province = Array.from({ length: 60 }, () => '320000000000')
    return {
      province: await measure(base, cookie, province),
      prefecture: await measure(base, cookie, [...ofLevel(2), ...ofLevel(2), ...ofLevel(2)]),
      county: await measure(base, cookie, ofLevel(3)),
    }
  } finally {
    await office.stop()
  }
}

async function measure(base: string, cookie: string, codes: readonly string[]) {
  const day = dayOf(new Date())
  const took: number[] = []
  // The first of all warms the connection; months and the year in turn, as officers ask.
  for (const [index, code] of [...codes.slice(0, 1), ...codes].entries()) {
    const period = index % 2 ? day.slice(0, 7) : day.slice(0, 4)
    const at = performance.now()
    const { status } = await http('GET', `${base}/api/figures/divisions/${code}?period=${period}`, { cookie })
    if (status !== 200) throw new Error(`figures of ${code}: ${status}`)
    if (index > 0) took.push(performance.now() - at)
  }
  return { median: round(quantile(took, 0.5)), p95: round(quantile(took, 0.95)), asked: took.length }
}

async function signIn(base: string): Promise<string> {
  const json = { 'content-type': 'application/json' }
  const first = await http('POST', `${base}/api/auth/officer/sign-in`, json, {
    name: 'province',
    password: demoPassword,
  })
  const { body } = await http('GET', `${base}/api/sandbox/totp?name=province`)
  const half = { ...json, cookie: cookiesOf(first.headers['set-cookie']) }
  const second = await http('POST', `${base}/api/auth/officer/totp`, half, { code: body.code })
  if (second.status >= 300) throw new Error(`the officer could not sign in: ${second.status}`)
  return cookiesOf(second.headers['set-cookie'])
}

function cookiesOf(set: string | string[] | undefined): string {
  return [set ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const round = (ms: number) => Math.round(ms * 10) / 10
