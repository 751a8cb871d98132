import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname

export default defineConfig({
  root,
  base: '/assets/office/',
  publicDir: false,
  // The server writes each request's own nonce in place of this word.
  html: { cspNonce: '__NONCE__' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    outDir: join(root, '../../dist/office'),
    emptyOutDir: true,
    assetsDir: '.',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
    rolldownOptions: {
      // antd marks its files for servers that draw React; there is none here.
      onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)),
    },
  },
  plugins: [compressOnce()],
})

/** Compresses what is built once, so that the server never does. */
function compressOnce(): Plugin {
  const level = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return {
    name: 'compress-once',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name))
      await Promise.all(
        files.map(async (name) => {
          const body = await readFile(join(dir, name))
          await writeFile(join(dir, `${name}.br`), await promisify(brotliCompress)(body, level))
          await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(body, { level: 9 }))
        }),
      )
    },
  }
}
