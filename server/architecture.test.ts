import { deepEqual, ok } from 'node:assert/strict'
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

test('every room is on the list and every listed room exists', () => {
  deepEqual(readdirSync(join(root, 'server/modules')).sort(), [...roomOrder].sort())
})

test('the list is in order: a room names only rooms above it', () => {
  const wrong = roomOrder.flatMap((room, index) =>
    modules[room].filter((named) => !roomOrder.slice(0, index).includes(named)).map((named) => `${room} → ${named}`),
  )
  deepEqual(wrong, [])
})

test('a room calls only the rooms it names', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [caller, called] = [roomOf(from), roomOf(to)]
    return caller && called && caller !== called && !(modules[caller] as readonly string[]).includes(called)
  })
  deepEqual(wrong, [])
})

test('a room is entered through its door', () => {
  const wrong = imports.filter(({ from, to }) => {
    const called = roomOf(to)
    // Pages in a browser may take the plain tables of steps and shapes, which import nothing of the server.
    const plain = /\/(steps|shapes)\.ts$/.test(to) && from.startsWith('web/')
    // Helpers of tests may build on those of a room below; they are no part of the product.
    const helper = from.endsWith('/testing.ts') && to.endsWith('/testing.ts')
    return called && roomOf(from) !== called && !to.endsWith('/index.ts') && !plain && !helper
  })
  deepEqual(wrong, [])
})

test('the kernel knows no room', () => {
  const allowed = ['server/kernel/testing-setup.ts']
  deepEqual(
    imports.filter(({ from, to }) => from.startsWith('server/kernel/') && roomOf(to) && !allowed.includes(from)),
    [],
  )
})

test('rooms know nothing of pages; the web reaches the server through doors', () => {
  const wrong = imports.filter(
    ({ from, to }) => from.startsWith('server/modules/') && to.startsWith('web/') && !/^web\/(words|ui|paths)/.test(to),
  )
  deepEqual(wrong, [])
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
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, to = '']) => ({
    from: file,
    to: relative(root, resolve(root, dirname(file), to)),
  }))
}
