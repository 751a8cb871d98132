import { useMe } from '../app/me.tsx'
import { useSay } from '../app/settings.tsx'
import { Choose } from '../parts/choose.tsx'
import { DivisionSearch } from '../parts/division-search.tsx'
import { Field } from '../parts/field.tsx'
import { type GivenRole, givenRoles } from './duty.ts'

export interface Wanted {
  role: GivenRole
  divisionCode: string
}

/** Which duty, and where: the parts that giving and inviting share. */
export function DutyFields({ wanted, onChange }: { wanted: Wanted; onChange(wanted: Wanted): void }) {
  const say = useSay()
  const me = useMe()
  return (
    <>
      <Field words={say('office.duty')} hint={say(`office.role_means.${wanted.role}`)}>
        {(tied) => (
          <Choose
            {...tied}
            value={wanted.role}
            options={givenRoles.map((value) => ({ value, words: say(`accounts.role.${value}`) }))}
            onPick={(role) => onChange({ ...wanted, role })}
          />
        )}
      </Field>
      <Field words={say('office.where')} hint={say('office.where_hint')}>
        {(tied) => (
          <DivisionSearch
            {...tied}
            within={me.home.code}
            value={wanted.divisionCode}
            onPick={(divisionCode) => onChange({ ...wanted, divisionCode })}
          />
        )}
      </Field>
    </>
  )
}
