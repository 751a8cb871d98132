import { setFlagsFromString } from 'node:v8'
import { frugal } from './frugal.ts'

// How V8 runs us. This comes before everything else is loaded: what has run once keeps the patience it began with, and the
// first look for garbage, half way through loading, decides when the next one comes.

const serves = ['serve', 'work'].includes(process.argv[2] ?? '')

// However a server is begun, it is begun frugally: it begins once more in its own place, the same process for whoever watches
// it. Not where a parent has a channel to us, which would break (and which begins us frugally itself), nor before Node 22.
const { execve } = process as { execve?: (file: string, args: string[], env: NodeJS.ProcessEnv) => never }
if (serves && execve && !process.channel && !frugal.flags.every((flag) => process.execArgv.includes(flag))) {
  const flags = [...process.execArgv, ...frugal.flags]
  execve(process.execPath, [process.execPath, ...flags, ...process.argv.slice(1)], { ...process.env, ...frugal.env })
}

// Node 20 lets a function run long before V8 compiles it well, so that a server's first thousand orders cost twice what the
// later ones do. From Node 22 on V8 has a quick compiler in between (and no such flag) and needs no telling.
if (Number(process.versions.node.split('.')[0]) < 22) setFlagsFromString('--interrupt-budget=4000')

// A server's answers are kept for a second, long enough to reach the old space, which V8 lets grow to four times what is
// needed before it looks. Looking when it has grown by a fifth costs no speed that can be measured.
if (process.argv[2] === 'serve') setFlagsFromString('--heap-growing-percent=20')
