/** A "no" that a person can act on: it undoes the transaction and becomes a 4xx answer with a translated message. */
export class Refusal extends Error {
  override name = 'Refusal'
  constructor(
    readonly code: string,
    readonly status: number,
    readonly english: string,
    readonly params: Record<string, unknown>,
    /** The input field that is to be mended, as a JSON path such as `lines.0.quantity`. */
    readonly field: string | undefined,
  ) {
    super(`${code}: ${english}`)
  }
}

export interface RefusalKind<Params> {
  (params: Params, field?: string): Refusal
  code: string
  status: number
  english: string
}

const kinds = new Map<string, RefusalKind<never>>()

/** Declares one way to say no. The code is the key of its translations in web/words. */
export function refusal<Params = void>(code: string, status: number, english: string): RefusalKind<Params> {
  const make = (params: Params, field?: string) =>
    new Refusal(code, status, english, (params ?? {}) as Record<string, unknown>, field)
  const kind = Object.assign(make, { code, status, english })
  kinds.set(code, kind as RefusalKind<never>)
  return kind
}

/** Every refusal declared so far, for the test that each has its words. */
export function allRefusals(): { code: string; status: number; english: string }[] {
  return [...kinds.values()].map(({ code, status, english }) => ({ code, status, english }))
}

/** Refusals that belong to no room. */
export const notFound = refusal<{ what: string }>('kernel.not_found', 404, 'Nothing is found under this address')
export const notAllowed = refusal('kernel.not_allowed', 403, 'Your duties do not cover this')
export const signInFirst = refusal('kernel.sign_in_first', 401, 'Please sign in first')
export const badInput = refusal<{ detail: string }>('kernel.bad_input', 400, 'The input is not valid')
export const badAddress = refusal('kernel.bad_address', 400, 'This address is not complete')
export const tooMany = refusal<{ seconds: number }>('kernel.too_many', 429, 'Too many attempts; please wait')
export const tooBusy = refusal('kernel.too_busy', 503, 'Too many people are here at once; please try again shortly')
export const outOfReach = refusal('kernel.out_of_reach', 503, 'This cannot be done just now; please try again shortly')
export const keyReused = refusal('kernel.key_reused', 422, 'This idempotency key was used for a different request')
export const keyMissing = refusal('kernel.key_missing', 400, 'This request needs an Idempotency-Key header')
export const foreignOrigin = refusal('kernel.foreign_origin', 403, 'This request came from another site')
