import { rejects } from 'node:assert/strict'
import { test } from 'vitest'
import { listening } from './listen.ts'

test.each([
  ['EADDRINUSE', /port 8080 on 127\.0\.0\.1 is taken.*MARKET_PORT=/],
  ['EACCES', /kept for root.*MARKET_PORT=/],
  ['EADDRNOTAVAIL', /no such address.*HOST=/],
  ['EMFILE', /^Error: as it was$/],
])('a port that cannot be had because of %s is told with the variable to set', async (code, said) => {
  const listen = () => Promise.reject(Object.assign(new Error('as it was'), { code }))
  await rejects(listening(listen, 'MARKET_PORT', 8080, '127.0.0.1'), said)
})
