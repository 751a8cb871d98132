import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { root } from '../../kernel/config.ts'
import type { Shape, Words } from './label-shapes.ts'
import { type Face, openFace } from './true-type.ts'

const folder = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc')
const files = { plain: '400Regular/NotoSansSC_400Regular.ttf', bold: '700Bold/NotoSansSC_700Bold.ttf' }
type Weight = keyof typeof files
const weights = ['plain', 'bold'] as const satisfies readonly Weight[]
const pointsPerMm = 72 / 25.4
const [pageWidth, pageHeight] = [100 * pointsPerMm, 150 * pointsPerMm]

// Opened with the first label: most processes never print one.
const faces = new Map<Weight, Face>()
function faceOf(weight: Weight): Face {
  const face = faces.get(weight) ?? openFace(join(folder, files[weight]))
  faces.set(weight, face)
  return face
}

/**
 * The label as a PDF page of 100 × 150 mm with the glyphs it uses. Written here rather than by a library: a label is drawn
 * while others check out, and reading a whole Chinese face for each took a third of a second of everybody's time.
 */
export function drawPdf(shapes: readonly Shape[], title: string): Buffer {
  const used = { plain: new Used(faceOf('plain')), bold: new Used(faceOf('bold')) }
  // Millimetres from the top, as the shapes count; letters are turned back onto their feet.
  const drawing = [
    `${pointsPerMm} 0 0 ${-pointsPerMm} 0 ${pageHeight} cm`,
    ...shapes.map((shape) => draw(shape, used)),
  ].join('\n')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true/PrintScaling/None>>>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox [0 0 ${pageWidth} ${pageHeight}]/Contents 4 0 R/Resources<</Font<</plain 6 0 R/bold 11 0 R>>>>>>`,
    stream(Buffer.from(drawing)),
    `<</Title ${unicode(title)}/Producer(Yicun)>>`,
    ...weights.flatMap((weight, at) => fontObjects(weight, used[weight], 6 + at * 5)),
  ]
  return write(objects)
}

/** The glyphs of one face that a page shows, numbered as they come. */
class Used {
  readonly glyphs = [0]
  readonly characters = ['']
  constructor(readonly face: Face) {}
  numberOf(character: string): number {
    const glyph = this.face.glyphOf(character)
    const known = this.glyphs.indexOf(glyph)
    if (known > 0 || glyph === 0) return Math.max(known, 0)
    this.characters.push(character)
    return this.glyphs.push(glyph) - 1
  }
}

function draw(shape: Shape, used: Record<Weight, Used>): string {
  switch (shape.kind) {
    case 'rects':
      return `${shape.rects.map((rect) => `${rect.map(short).join(' ')} re`).join('\n')} f`
    case 'frame':
      return `${shape.stroke} w ${shape.at.map(short).join(' ')} re S`
    case 'disc':
      return discOf(shape)
    case 'words':
      return wordsOf(shape, used[shape.bold ? 'bold' : 'plain'])
  }
}

function wordsOf({ x, y, size, words, anchor, bold, white }: Words, used: Used): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no glyph.
  const numbers = [...words.replace(/[\0-\x1f]/g, '')].map((character) => used.numberOf(character))
  const ems = numbers.reduce((sum, number) => sum + used.face.widthOf(used.glyphs[number] ?? 0), 0) / 1000
  const left = x - (anchor === 'middle' ? 0.5 : anchor === 'end' ? 1 : 0) * ems * size
  const hex = numbers.map((number) => number.toString(16).padStart(4, '0')).join('')
  const shown = `BT /${bold ? 'bold' : 'plain'} ${size} Tf 1 0 0 -1 ${short(left)} ${short(y)} Tm <${hex}> Tj ET`
  return white ? `1 g ${shown} 0 g` : shown
}

/** A disc of four curves; 0.5523 is how far their handles reach. */
function discOf({ x, y, radius }: { x: number; y: number; radius: number }): string {
  const [r, h] = [radius, radius * 0.5523]
  const curve = (...points: number[]) => `${points.map(short).join(' ')} c`
  return [
    `${short(x + r)} ${short(y)} m`,
    curve(x + r, y + h, x + h, y + r, x, y + r),
    curve(x - h, y + r, x - r, y + h, x - r, y),
    curve(x - r, y - h, x - h, y - r, x, y - r),
    curve(x + h, y - r, x + r, y - h, x + r, y),
    'f',
  ].join('\n')
}

function fontObjects(weight: Weight, { face, glyphs, characters }: Used, at: number): (string | Buffer)[] {
  const name = `YICUNA+NotoSansSC-${weight}`
  const widths = glyphs.map((glyph) => face.widthOf(glyph)).join(' ')
  return [
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${at + 1} 0 R]/ToUnicode ${at + 4} 0 R>>`,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${at + 2} 0 R/CIDToGIDMap/Identity/DW 1000/W[0[${widths}]]>>`,
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${face.box.join(' ')}]/ItalicAngle 0/Ascent ${face.ascent}/Descent ${face.descent}/CapHeight ${face.ascent}/StemV ${weight === 'bold' ? 140 : 80}/FontFile2 ${at + 3} 0 R>>`,
    stream(face.subset(glyphs), true),
    stream(Buffer.from(readableAs(characters))),
  ]
}

/** What each glyph means, so that a label can be searched and read aloud. */
function readableAs(characters: readonly string[]): string {
  const lines = characters.slice(1).map((character, at) => `<${hex16(at + 1)}><${utf16(character)}>`)
  const chunks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, n) => lines.slice(n * 100, n * 100 + 100))
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Yicun def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${chunks.map((chunk) => `${chunk.length} beginbfchar\n${chunk.join('\n')}\nendbfchar`).join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`
}

function write(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  let length = parts[0]?.length ?? 0
  const places: number[] = []
  const add = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  for (const [at, object] of objects.entries()) {
    places.push(length)
    add(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  add(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R/Info 5 0 R>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

function stream(bytes: Buffer, isFont = false): Buffer {
  const packed = deflateSync(bytes)
  const head = `<</Length ${packed.length}/Filter/FlateDecode${isFont ? `/Length1 ${bytes.length}` : ''}>>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

const short = (number: number): string => String(Math.round(number * 1000) / 1000)
const hex16 = (number: number): string => number.toString(16).padStart(4, '0')
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')
const unicode = (text: string): string => `<feff${utf16(text)}>`
