import { join } from 'node:path'
import type { Font } from 'fontkit'
import { root } from '../../kernel/config.ts'
import type { Shape, Words } from './label-shapes.ts'

const folder = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc')
const files = { plain: '400Regular/NotoSansSC_400Regular.ttf', bold: '700Bold/NotoSansSC_700Bold.ttf' }
type Weight = keyof typeof files
const pointsPerMm = 72 / 25.4
const black = '#000000'

declare global {
  namespace PDFKit {
    interface PDFDocument {
      /** What a document begins with; of its preferences pdfkit has an option for the title alone. */
      _root: { data: { ViewerPreferences: { data: { PrintScaling?: 'None' } } } }
    }
  }
  namespace PDFKit.Mixins {
    interface PDFFont {
      /** pdfkit takes a face that is open already; its types do not say so yet. */
      font(face: Font): this
    }
  }
}

interface Press {
  PDFDocument: PDFKit.PDFDocument
  faces: Record<Weight, Font>
}

// Made ready with the first label, for all that follow: most processes never print one, and opening a Chinese face for
// each label takes ten times as long as drawing it.
let press: Promise<Press> | undefined

async function makeReady(): Promise<Press> {
  const [{ default: PDFDocument }, { openSync }] = await Promise.all([import('pdfkit'), import('fontkit')])
  const open = (weight: Weight): Font => {
    const face = openSync(join(folder, files[weight]))
    if (!('layout' in face)) throw new Error(`${files[weight]} holds more than one face`)
    return face
  }
  return { PDFDocument, faces: { plain: open('plain'), bold: open('bold') } }
}

/** The label as a PDF page of 100 × 150 mm with the glyphs it uses. */
export async function drawPdf(shapes: readonly Shape[], title: string): Promise<Buffer> {
  press ??= makeReady()
  const { PDFDocument, faces } = await press
  const page = new PDFDocument({
    pdfVersion: '1.7',
    size: [100 * pointsPerMm, 150 * pointsPerMm],
    margin: 0,
    // None of the built-in Latin faces.
    font: '',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Producer: 'Yicun' },
  })
  page._root.data.ViewerPreferences.data.PrintScaling = 'None'
  // Millimetres from the top, as the shapes count.
  page.scale(pointsPerMm)
  for (const shape of shapes) draw(page, shape, faces)
  page.end()
  const parts: Uint8Array[] = []
  for await (const part of page) parts.push(Buffer.from(part))
  return Buffer.concat(parts)
}

function draw(page: PDFKit.PDFDocument, shape: Shape, faces: Press['faces']): void {
  switch (shape.kind) {
    case 'rects':
      for (const rect of shape.rects) page.rect(...rect)
      page.fill(black)
      return
    case 'frame':
      page
        .lineWidth(shape.stroke)
        .rect(...shape.at)
        .stroke(black)
      return
    case 'disc':
      page.circle(shape.x, shape.y, shape.radius).fill(black)
      return
    case 'words':
      write(page, shape, faces[shape.bold ? 'bold' : 'plain'])
  }
}

function write(page: PDFKit.PDFDocument, { x, y, size, words, anchor, white }: Words, face: Font): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no glyph.
  const shown = words.replace(/[\0-\x1f]/g, '')
  page
    .font(face)
    .fontSize(size)
    .fillColor(white ? '#ffffff' : black)
  const left = x - (anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0) * page.widthOfString(shown)
  page.text(shown, left, y, { lineBreak: false, baseline: 'alphabetic' })
}
