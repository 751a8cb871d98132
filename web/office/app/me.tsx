import { createContext, type ReactNode, use } from 'react'
import type { Answer } from '../../api/client.ts'
import type { Language } from '../parts/format.ts'

type MeAnswer = Answer<'/api/me'>
export type Role = MeAnswer['duties'][number]['role']

/** Who is signed in, and what their office is. */
export interface Me {
  account: NonNullable<MeAnswer['account']>
  duties: MeAnswer['duties']
  /** The widest division whose figures this person may see. */
  home: { code: string; name: string }
}

const Context = createContext<Me | undefined>(undefined)

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <Context value={me}>{children}</Context>
}

export function useMe(): Me {
  const me = use(Context)
  if (!me) throw new Error('useMe stands inside the shell')
  return me
}

const officeRoles: readonly Role[] = ['officer', 'auditor', 'admin']

/** The widest division of an office duty; undefined for people without one. */
export function homeOf(duties: MeAnswer['duties'], language: Language): Me['home'] | undefined {
  const [widest] = duties
    .filter((duty) => officeRoles.includes(duty.role) && duty.divisionCode)
    .sort((a, b) => prefixOf(a.divisionCode ?? '').length - prefixOf(b.divisionCode ?? '').length)
  return widest?.divisionCode ? { code: widest.divisionCode, name: placeOfDuty(widest, language) } : undefined
}

/** The place of a duty as its reader calls it. */
export function placeOfDuty(duty: MeAnswer['duties'][number], language: Language): string {
  return (language === 'en' ? duty.divisionNameEn : duty.divisionName) ?? duty.divisionCode ?? ''
}

/** Does this person hold one of the roles over this division? The server decides; this only greys out what it would refuse. */
export function holds(me: Me, roles: readonly Role[], divisionCode: string): boolean {
  return me.duties.some(
    (duty) => roles.includes(duty.role) && duty.divisionCode && divisionCode.startsWith(prefixOf(duty.divisionCode)),
  )
}

/** The part of a code that its whole subtree shares. */
export function prefixOf(code: string): string {
  for (const length of [2, 4, 6, 9]) if (/^0+$/.test(code.slice(length))) return code.slice(0, length)
  return code
}
