import type { Routes } from '../../kernel/http.ts'
import { dutyRoutes } from './duty-routes.ts'
import './forget-old.ts'
import { meRoutes } from './me-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

export { acceptInvitation } from './accept-invitation.ts'
export { askCode } from './ask-code.ts'
export { carryCookies, headersFor, sessionCookie } from './carry-cookies.ts'
export { checks } from './checks.ts'
export { giveConsent, hasConsent, withdrawConsent } from './consents.ts'
export { displayNames, dutiesIn, dutiesOf, type HeldDuty, peopleWithDuty } from './duties.ts'
export { endDuty } from './end-duty.ts'
export { eraseAccount } from './erase-account.ts'
export { accountErased, dutiesHandedOver, ownerMade } from './events.ts'
export { findActor } from './find-actor.ts'
export { giveDuty } from './give-duty.ts'
export { handOver } from './hand-over.ts'
export { type ImportedPerson, importPeople } from './import-people.ts'
export { type Invited, invite } from './invite.ts'
export { myData } from './my-data.ts'
export { sandboxTexts, totpCode } from './sandbox.ts'
export { Invited as InvitedShape, Phone, phonePattern } from './shapes.ts'
export { signInByPhone, signOut } from './sign-in.ts'
export { textInvitation } from './text-invitation.ts'

/** Everything this room offers over HTTP. */
export const routes: Routes = async (app) => {
  await app.register(signInRoutes)
  await app.register(meRoutes)
  await app.register(dutyRoutes)
}
