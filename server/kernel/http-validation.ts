import Ajv, { type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyServerOptions } from 'fastify'

// A JSON body says what it means: no coercion, no unknown fields. Query strings and path parts are text, so they are
// read as the type the route asks for.
const options = { allErrors: false, removeAdditional: false, useDefaults: true, strict: false } as const
const ofBodies = withFormats(new Ajv({ ...options, coerceTypes: false }))
const ofAddresses = withFormats(new Ajv({ ...options, coerceTypes: 'array' }))

/** How input is checked, for Fastify's constructor. */
export const strictInput = {
  schemaController: {
    compilersFactory: {
      buildValidator:
        () =>
        ({ schema, httpPart }: { schema: object; httpPart?: string }) =>
          atFirstUse(() => (httpPart === 'body' ? ofBodies : ofAddresses).compile(schema)),
    },
  },
} as unknown as FastifyServerOptions

/** Compiles a route's check when its first request comes: two hundred at once are most of a second of every start. */
function atFirstUse(compile: () => ValidateFunction) {
  let compiled: ValidateFunction | undefined
  const check = (data: unknown) => {
    compiled ??= compile()
    const fits = compiled(data)
    check.errors = compiled.errors
    return fits
  }
  check.errors = undefined as ValidateFunction['errors']
  return check
}

function withFormats(ajv: Ajv) {
  addFormats(ajv)
  return ajv
}
