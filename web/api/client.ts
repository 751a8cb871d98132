import createClient from 'openapi-fetch'
import type { paths } from './schema.ts'

/** What a GET of this path answers. */
export type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

/** A request that came back with a refusal, or did not come back at all (status 0). */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined

  constructor(status: number, { code, message, field }: { code: string; message: string; field?: string | undefined }) {
    super(message)
    this.status = status
    this.code = code
    this.field = field
  }
}

/** The whole API, typed by its own description. */
export const api = createClient<paths>({ baseUrl: '/' })

/** The answer's data; a refusal or a lost connection is thrown as an ApiError. */
export async function dataOf<Data>(
  asked: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError(0, { code: 'web.unreachable', message: String(cause) })
  })
  if (response.ok) return data as Data
  throw new ApiError(response.status, refusalIn(error))
}

function refusalIn(body: unknown): { code: string; message: string; field?: string | undefined } {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined
  if (typeof error !== 'object' || error === null) return { code: 'web.unreadable', message: '' }
  const { code, message, field } = error as Record<string, unknown>
  return {
    code: String(code ?? 'web.unreadable'),
    message: String(message ?? ''),
    field: typeof field === 'string' ? field : undefined,
  }
}
