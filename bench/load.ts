import { Agent, request as ask } from 'node:http'
import autocannon from 'autocannon'

export interface Reading {
  method: string
  path: string
  headers: Record<string, string>
}
export interface Reply {
  status: number
  headers: Record<string, string | string[] | undefined>
  // biome-ignore lint/suspicious/noExplicitAny: the answer of any server
  body: any
}
export type Http = (method: string, url: string, headers?: Record<string, string>, body?: unknown) => Promise<Reply>
export type Sql = (text: string) => Promise<Record<string, unknown>[]>

export interface Speed {
  rps: number
  p50: number
  p99: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** One request over kept connections; JSON in, JSON out. */
export const http: Http = (method, url, headers = {}, body) =>
  new Promise((resolve, reject) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const length = text === undefined ? {} : { 'content-length': Buffer.byteLength(text) }
    const sent = ask(url, { method, agent, headers: { ...headers, ...length } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.once('error', reject)
      answer.once('end', () => {
        const said = Buffer.concat(parts).toString('utf8')
        const isJson = answer.headers['content-type']?.includes('json')
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: isJson ? JSON.parse(said) : said })
      })
    })
    sent.once('error', reject)
    sent.end(text)
  })

/** Reads the same addresses over and over on 16 connections. Any answer but 2xx spoils the measurement. */
export async function readAgain(url: string, requests: Reading[], seconds: number): Promise<Speed & { total: number }> {
  const result = await autocannon({ url, connections: 16, duration: seconds, requests })
  if (result.non2xx + result.errors > 0)
    throw new Error(`${result.non2xx} answers were not 2xx and ${result.errors} did not come (${requests[0]?.path})`)
  const { p50, p99 } = result.latency
  return { rps: result.requests.average, p50, p99, total: result.requests.total }
}

/** `buyers` at a time do the same thing `times` times; every failure is thrown at the end. */
export async function doAtOnce(
  buyers: number,
  times: number,
  work: (i: number) => Promise<unknown>,
): Promise<Speed & { total: number }> {
  const took: number[] = []
  const failures: unknown[] = []
  let next = 0
  const begun = performance.now()
  const one = async () => {
    while (next < times) {
      const at = performance.now()
      await work(next++).then(
        () => took.push(performance.now() - at),
        (error) => failures.push(error),
      )
    }
  }
  await Promise.all(Array.from({ length: buyers }, one))
  const seconds = (performance.now() - begun) / 1000
  if (failures.length > 0) throw new Error(`${failures.length} of ${times} failed, first: ${failures[0]}`)
  return { rps: took.length / seconds, p50: quantile(took, 0.5), p99: quantile(took, 0.99), total: took.length }
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
