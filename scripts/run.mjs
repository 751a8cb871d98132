// `node scripts/run.mjs file.ts …`: runs one of the project's own programs, installing and building what it needs.
// stdout belongs to the program; what happens before it is told on stderr.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { chooseNode, ensureInstalled, root } from './install.mjs'

await chooseNode()
const [file, ...rest] = process.argv.slice(2)
if (!file) {
  console.error('usage: node scripts/run.mjs file.ts [arguments]')
  process.exit(2)
}
if (file !== 'server/cli.ts' && /^(--help|-h)$/.test(rest[0] ?? '')) {
  console.log(explain())
  process.exit(0)
}
process.setSourceMapsEnabled(true)
if (file === 'server/cli.ts') {
  // The bundle starts in a third of the time, and a production install has no other way.
  await ensureBuilt(['server'])
  await launch(join(root, 'dist/cli.js'))
} else {
  await ensureInstalled({ development: true })
  await ensureBuilt()
  const { register } = await import('tsx/esm/api')
  register()
  await launch(resolve(root, file)).catch((error) => {
    if (!String(error.code).startsWith('ERR_PARSE_ARGS')) throw error
    console.error(`${error.message}\n\n${explain()}`)
    process.exit(2)
  })
}

async function launch(program) {
  process.argv = [process.execPath, program, ...rest]
  await import(pathToFileURL(program))
}

/** What a program says of itself: the comment in it that begins with how it is called. */
function explain() {
  const lines = readFileSync(join(root, file), 'utf8').split('\n')
  const first = lines.findIndex((line) => line.startsWith('// `npm run '))
  const after = lines.findIndex((line, at) => at > first && !line.startsWith('// '))
  return lines
    .slice(first, after)
    .map((line) => line.slice(3))
    .join('\n')
}
