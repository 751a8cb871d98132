/**
 * What keeps a server's memory small and is read only once, before anything runs. For what is young V8 would take twice 32 MB
 * from Node 22 on, which costs 40 MB and gains nothing but at the greatest rush; malloc would keep a heap for each thread that
 * compiles, hashes or compresses (10 MB).
 */
export const frugal = { flags: ['--max-semi-space-size=8'], env: { MALLOC_ARENA_MAX: '2' } }
