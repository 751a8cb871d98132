import type { Me } from '../app/me.tsx'

/** The village whose officer this person is: there matters are registered, not decided. */
export function villageOf(me: Me): string | undefined {
  return me.duties.find(({ role, divisionCode }) => role === 'officer' && divisionCode && !divisionCode.endsWith('000'))
    ?.divisionCode
}
