import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const here = import.meta.dirname

// The market's pages are drawn by the server; only its styles and a few small scripts are built here.
export default defineConfig({
  root: here,
  base: '/assets/',
  publicDir: false,
  build: {
    manifest: true,
    modulePreload: false,
    assetsDir: '.',
    rollupOptions: {
      input: {
        market: resolve(here, 'client/market.ts'),
        style: resolve(here, 'style.css'),
      },
    },
  },
})
