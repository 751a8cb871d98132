import type { Routes } from '../../kernel/http.ts'
import { meRoutes } from './me-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

export { accountErased } from './events.ts'
export { findActor } from './find-actor.ts'
export { type ImportedPerson, importPeople } from './import-people.ts'
export { totpCode } from './sandbox.ts'

/** Everything this room offers over HTTP. */
export const routes: Routes = async (app) => {
  await app.register(signInRoutes)
  await app.register(meRoutes)
}
