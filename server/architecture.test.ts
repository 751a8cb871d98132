import { deepEqual, equal, ok } from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { test } from 'vitest'
import { root } from './kernel/config.ts'
import { modules, type Room, roomOrder } from './modules.ts'

interface Import {
  from: string
  to: string
}

const imports = [...sources('server'), ...sources('web'), ...sources('demo')].flatMap(importsOf)
const roomOf = (path: string) => /^server\/modules\/([^/]+)\//.exec(path)?.[1] as Room | undefined

/** What each rule forbids, so that the rules themselves can be tried on code that breaks them. */
const breaks = {
  'a room calls only the rooms it names': ({ from, to }: Import) => {
    const [caller, called] = [roomOf(from), roomOf(to)]
    return caller && called && caller !== called && !(modules[caller] as readonly string[]).includes(called)
  },
  'a room is entered through its door': ({ from, to }: Import) => {
    const called = roomOf(to)
    // Pages in a browser may take the plain tables of steps and shapes, which import nothing of the server.
    const plain = /\/(steps|shapes)\.ts$/.test(to) && from.startsWith('web/')
    // Helpers of tests may build on those of a room below; they are no part of the product.
    const helper = from.endsWith('/testing.ts') && to.endsWith('/testing.ts')
    return called && roomOf(from) !== called && !to.endsWith('/index.ts') && !plain && !helper
  },
  'the kernel knows no room': ({ from, to }: Import) =>
    from.startsWith('server/kernel/') && roomOf(to) && from !== 'server/kernel/testing-setup.ts',
  'rooms know nothing of pages; the web reaches the server through doors': ({ from, to }: Import) =>
    from.startsWith('server/modules/') && to.startsWith('web/') && !/^web\/(words|ui|paths)/.test(to),
} as const satisfies Record<string, (each: Import) => unknown>

test('every room is on the list and every listed room exists', () => {
  deepEqual(readdirSync(join(root, 'server/modules')).sort(), [...roomOrder].sort())
})

test('the list is in order: a room names only rooms above it', () => {
  const wrong = roomOrder.flatMap((room, index) =>
    modules[room].filter((named) => !roomOrder.slice(0, index).includes(named)).map((named) => `${room} → ${named}`),
  )
  deepEqual(wrong, [])
})

test.each(Object.entries(breaks))('%s', (_rule, isBroken) => {
  deepEqual(imports.filter(isBroken), [])
})

test.each([
  ['a room calls only the rooms it names', 'server/modules/divisions/x.ts', `import { y } from '../orders/index.ts'`],
  ['a room is entered through its door', 'server/modules/orders/x.ts', `import { y } from '../stores/tell-people.ts'`],
  [
    'a room is entered through its door',
    'web/market/x.ts',
    `import { y } from '../../server/modules/stores/offers.ts'`,
  ],
  ['the kernel knows no room', 'server/kernel/x.ts', `const y = await import('../modules/accounts/index.ts')`],
  [
    'rooms know nothing of pages; the web reaches the server through doors',
    'server/modules/orders/x.ts',
    `export { y } from '../../../web/market/frame.tsx'`,
  ],
] as const)('code that breaks “%s” is caught: %s', (rule, from, code) => {
  const found = importsIn(from, code)
  equal(found.length, 1)
  ok(breaks[rule](found[0] as Import))
})

test('ARCHITECTURE.md draws the map as the list has it', () => {
  const drawn = roomOrder.map((room) => {
    const named: readonly string[] = modules[room]
    return `    ${room.padEnd(14)}${named.length ? `→ ${named.join(', ')}` : '·'}`
  })
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  ok(text.includes(drawn.join('\n')), drawn.join('\n'))
})

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file))
}

function importsOf(file: string): Import[] {
  return importsIn(file, readFileSync(join(root, file), 'utf8'))
}

function importsIn(from: string, code: string): Import[] {
  return [...code.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, to = '']) => ({
    from,
    to: relative(root, resolve(root, dirname(from), to)),
  }))
}
