import { buildAll } from '../app.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'

export const describe: Command = {
  summary: 'print the API description (OpenAPI 3.1)',
  usage: 'yicun describe > docs/api.json',
  more: 'The same as /api/openapi.json; a test holds docs/api.json to it.',
  options: {},
  run: () =>
    withDatabase(async ({ db }, config) => {
      const app = await buildAll({ db, config })
      console.log(JSON.stringify((await app.inject('/api/openapi.json')).json(), null, 2))
      await app.close()
      return 0
    }),
}
