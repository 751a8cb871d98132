import Ajv, { type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import fastJson, { type Schema } from 'fast-json-stringify'
import type { FastifyServerOptions } from 'fastify'

// A JSON body says what it means: no coercion, no unknown fields. Query strings and path parts are text, so they are
// read as the type the route asks for.
const options = { allErrors: false, removeAdditional: false, useDefaults: true, strict: false } as const
const ofBodies = withFormats(new Ajv({ ...options, coerceTypes: false }))
const ofAddresses = withFormats(new Ajv({ ...options, coerceTypes: 'array' }))

/**
 * How input is checked and answers are written, for Fastify's constructor. Both are compiled when a route's first request
 * comes: two hundred at once are more than a second of every start.
 */
export const strictShapes = {
  schemaController: {
    compilersFactory: {
      buildValidator:
        () =>
        ({ schema, httpPart }: { schema: object; httpPart?: string }) =>
          atFirstUse(() => (httpPart === 'body' ? ofBodies : ofAddresses).compile(schema)),
      buildSerializer:
        () =>
        ({ schema }: { schema: Schema }) => {
          let write: ReturnType<typeof fastJson> | undefined
          return (answer: unknown) => {
            write ??= fastJson(schema)
            return write(answer)
          }
        },
    },
  },
} as unknown as FastifyServerOptions

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
