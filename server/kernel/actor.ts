import { notAllowed, signInFirst } from './errors.ts'

/** What a person may be entrusted with. A duty is a role over a division subtree, a merchant or a store. */
export const roles = [
  'officer',
  'auditor',
  'admin',
  'station_operator',
  'merchant_owner',
  'store_owner',
  'store_staff',
] as const
export type Role = (typeof roles)[number]

export interface Duty {
  role: Role
  /** 12-digit code; covers the whole subtree below it. */
  divisionCode?: string
  merchantId?: string
  storeId?: string
}

export type Language = 'zh' | 'en'

/** Who asks. Resolved once per request; jobs act as `systemActor`. */
export interface Actor {
  accountId?: string
  /** Names a browser that is not signed in: the hash of its guest cookie. */
  guestId?: string
  duties: readonly Duty[]
  language: Language
  /** The job system and the command line: no duty is asked of it. */
  system?: true
}

export const systemActor: Actor = { duties: [], language: 'zh', system: true }

export type Scope = { divisionCode?: string; merchantId?: string; storeId?: string }

/** The part of a division code that its whole subtree shares: 320322000000 → 320322. */
export function prefixOf(divisionCode: string): string {
  if (divisionCode.endsWith('0000000000')) return divisionCode.slice(0, 2)
  if (divisionCode.endsWith('00000000')) return divisionCode.slice(0, 4)
  if (divisionCode.endsWith('000000')) return divisionCode.slice(0, 6)
  if (divisionCode.endsWith('000')) return divisionCode.slice(0, 9)
  return divisionCode
}

/** Does the actor hold one of these roles over this scope? A division duty covers every division below it. */
export function holdsDuty(actor: Actor, role: Role | readonly Role[], scope: Scope): boolean {
  if (actor.system) return true
  const wanted: readonly Role[] = typeof role === 'string' ? [role] : role
  return actor.duties.some(
    (duty) =>
      wanted.includes(duty.role) &&
      ((duty.divisionCode !== undefined && scope.divisionCode?.startsWith(prefixOf(duty.divisionCode))) ||
        (duty.merchantId !== undefined && duty.merchantId === scope.merchantId) ||
        (duty.storeId !== undefined && duty.storeId === scope.storeId)),
  )
}

/** Refuses unless the actor holds one of these roles over this scope. */
export function requireDuty(actor: Actor, role: Role | readonly Role[], scope: Scope): void {
  if (holdsDuty(actor, role, scope)) return
  throw actor.accountId ? notAllowed() : signInFirst()
}

/** Refuses unless the actor is officer of exactly this division: a superior may return a matter, not decide it. */
export function requireOffice(actor: Actor, divisionCode: string): void {
  if (actor.system) return
  if (actor.duties.some((duty) => duty.role === 'officer' && duty.divisionCode === divisionCode)) return
  throw actor.accountId ? notAllowed() : signInFirst()
}

/** The account that asks; refuses a visitor. */
export function requireAccount(actor: Actor): string {
  if (!actor.accountId) throw signInFirst()
  return actor.accountId
}

/** The prefixes of the divisions in which the actor holds one of these roles. */
export function prefixesOf(actor: Actor, role: readonly Role[]): string[] {
  if (actor.system) return ['']
  return actor.duties.flatMap((duty) =>
    duty.divisionCode && role.includes(duty.role) ? [prefixOf(duty.divisionCode)] : [],
  )
}
