import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'

const iconSides = [192, 512]
const paper = '#fbf9f4'

/** Phones want the icon as pixels: drawn from the one drawing, with paper around it that a round mask may cut. */
function drawIcons(): Plugin {
  return {
    name: 'draw-icons',
    apply: 'build',
    async generateBundle() {
      const drawing = await readFile(join(import.meta.dirname, 'public/icon.svg'))
      for (const side of iconSides) {
        const margin = Math.round(side * 0.12)
        const inner = await sharp(drawing, { density: 600 })
          .resize(side - 2 * margin)
          .toBuffer()
        const source = await sharp({ create: { width: side, height: side, channels: 4, background: paper } })
          .composite([{ input: inner }])
          .png({ palette: true })
          .toBuffer()
        this.emitFile({ type: 'asset', fileName: `icon-${side}.png`, source })
      }
    },
  }
}

// The phone app: only its own files are kept for work without a network, so that a buyer never downloads it.
export default defineConfig({
  root: import.meta.dirname,
  base: '/workbench/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    drawIcons(),
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: null,
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png}'],
        navigateFallback: '/workbench/index.html',
        navigateFallbackAllowlist: [/^\/workbench\//],
      },
      manifest: {
        id: '/workbench/',
        name: '一村工作台',
        short_name: '工作台',
        description: '村店和服务站的工作台：卖货、发货、打证、看货款',
        lang: 'zh-CN',
        start_url: '/workbench/',
        scope: '/workbench/',
        display: 'standalone',
        orientation: 'portrait',
        background_color: paper,
        theme_color: '#2f6b3a',
        icons: [
          ...iconSides.flatMap((side) =>
            (['any', 'maskable'] as const).map((purpose) => ({
              src: `/workbench/icon-${side}.png`,
              sizes: `${side}x${side}`,
              type: 'image/png',
              purpose,
            })),
          ),
          { src: '/workbench/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
        shortcuts: [
          { name: '卖货', url: '/workbench/#sell' },
          { name: '看货款', url: '/workbench/#money' },
        ],
      },
    }),
  ],
})
