import { deepEqual, throws } from 'node:assert/strict'
import { test } from 'vitest'
import { readConfig } from './config.ts'

const read = (env: NodeJS.ProcessEnv) => readConfig({ DATA_DIR: '/nowhere', SECRET: 'a-secret-for-tests-only', ...env })

test('an address that is printed or sent can be gone to, wherever the server listens', () => {
  const urls = (env: NodeJS.ProcessEnv) => [read(env).marketUrl, read(env).officeUrl]
  deepEqual(urls({}), ['http://127.0.0.1:8080', 'http://127.0.0.1:8081'])
  deepEqual(urls({ HOST: '0.0.0.0', MARKET_PORT: '80' }), ['http://127.0.0.1:80', 'http://127.0.0.1:8081'])
  deepEqual(urls({ HOST: '::1' }), ['http://[::1]:8080', 'http://[::1]:8081'])
  deepEqual(urls({ HOST: '::', MARKET_URL: 'https://yicun.example' })[0], 'https://yicun.example')
})

test('a port that cannot be one is refused by the name of its variable', () => {
  for (const OFFICE_PORT of ['x', '-1', '65536', '80.5']) throws(() => read({ OFFICE_PORT }), /OFFICE_PORT/)
})
