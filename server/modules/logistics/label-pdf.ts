import { join } from 'node:path'
import { root } from '../../kernel/config.ts'

/** The name under which the PDF knows its font. */
export const pdfFont = 'NotoSansSC'

const folder = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc')
const pointsPerMm = 72 / 25.4

/** Puts a 100 × 150 mm drawing on a page of just this size; the glyphs it uses travel with it. */
export async function svgToPdf(svg: string, title: string): Promise<Buffer> {
  const pdfmake = await ready()
  const [width, height] = [100 * pointsPerMm, 150 * pointsPerMm]
  return pdfmake
    .createPdf({
      pageSize: { width, height },
      pageMargins: 0,
      info: { title, producer: 'Yicun', creator: 'Yicun' },
      defaultStyle: { font: pdfFont },
      content: [{ svg, width, height, font: pdfFont }],
    })
    .getBuffer()
}

// Loaded with the first label: most processes never print one, and the fonts are large.
let loading: ReturnType<typeof load> | undefined

function ready() {
  loading ??= load()
  return loading
}

async function load() {
  const { default: pdfmake } = await import('pdfmake')
  pdfmake.setFonts({
    [pdfFont]: {
      normal: join(folder, '400Regular/NotoSansSC_400Regular.ttf'),
      bold: join(folder, '700Bold/NotoSansSC_700Bold.ttf'),
    },
  })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder))
  return pdfmake
}
