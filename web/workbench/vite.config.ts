import { defineConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

// The phone app: only its own files are kept for work without a network, so that a buyer never downloads it.
export default defineConfig({
  root: import.meta.dirname,
  base: '/workbench/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: null,
      workbox: { globPatterns: ['**/*.{js,css,html,svg}'], navigateFallback: '/workbench/index.html' },
      manifest: {
        name: '一村工作台',
        short_name: '工作台',
        lang: 'zh-CN',
        start_url: '/workbench/',
        scope: '/workbench/',
        display: 'standalone',
        background_color: '#fbf9f4',
        theme_color: '#2f6b3a',
        icons: [{ src: '/workbench/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
      },
    }),
  ],
})
