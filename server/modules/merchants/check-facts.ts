import { badUscc, declarationNeeded, usccNeeded } from './refusals.ts'
import type { CorrectMerchant } from './shapes.ts'
import { isUscc } from './uscc.ts'

/** What is said about a merchant, tidied and held to the law: a credit code, or own produce and no code at all. */
export function checkFacts({ kind, name, uscc, selfProduced, contactName, contactPhone }: CorrectMerchant) {
  const code = uscc?.toUpperCase() ?? null
  if (code !== null && !isUscc(code)) throw badUscc(undefined, 'uscc')
  // 电子商务法 第十条: only a person selling their own produce may go without registration.
  if (code === null && kind !== 'naturalPerson') throw usccNeeded(undefined, 'uscc')
  if (kind === 'naturalPerson' && !selfProduced) throw declarationNeeded(undefined, 'selfProduced')
  return {
    kind,
    name: name.trim(),
    uscc: code,
    declaration: kind === 'naturalPerson' ? (selfProduced?.trim() ?? null) : null,
    contactName: contactName.trim(),
    contactPhone,
  }
}
