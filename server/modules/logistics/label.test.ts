import { equal, match, ok } from 'node:assert/strict'
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { test } from 'vitest'
import { readQr } from '../../../tests/read-qr.ts'
import { composeLabel, type LabelParts } from './label.ts'
import { drawPdf } from './label-pdf.ts'
import { drawSvg } from './label-svg.ts'
import { maskPhonesIn, wrap, wrapRegion } from './label-text.ts'

const parts: LabelParts = {
  facts: {
    orderNumber: '202611240935001234',
    recipient: '王小明',
    phone: '13812341234',
    regionName: '江苏省苏州市常熟市虞山街道',
    addressDetail: '海虞北路 128 号，打 138 1234 1234 或 0512-52771234',
    contents: '阳山水蜜桃 5 斤装 ×2',
    isSample: true,
    lotNumbers: ['YS-0711'],
    tracePath: '/01/02000000000015/10/YS-0711',
  },
  shipment: { method: 'express', carrier: 'sf', trackingNumber: 'SF1234567890123', weightGrams: 6350 },
  sender: { storeName: '阳山桃源合作社', villageName: '无锡市惠山区阳山镇桃源村' },
  marketUrl: 'https://market.example.cn',
}

test('the label shows surname and part of the phone, and no whole number anywhere', () => {
  const svg = labelSvg(parts)
  match(svg, /王\*\*/)
  match(svg, /138\*\*\*\*1234/)
  match(svg, /示例数据/)
  match(svg, /width="100mm" height="150mm"/)
  const words = svg.replace(/<path[^>]*>/g, '').replace(/\s/g, '')
  for (const secret of ['小明', '13812341234', '52771234']) equal(words.includes(secret), false, secret)
})

test('whatever phone a buyer has, and wherever it is written, the label does not tell it', () => {
  const phone = fc.stringMatching(/^1[3-9]\d{9}$/)
  const word = fc.constantFrom('送到门口', '请打', '3幢502室', '，', ' ', '先生')
  fc.assert(
    fc.property(phone, fc.array(word, { maxLength: 4 }), fc.array(word, { maxLength: 4 }), (number, before, after) => {
      const addressDetail = `${before.join('')}，${number}，${after.join('')}`
      const facts = { ...parts.facts, phone: number, addressDetail, contents: addressDetail }
      const svg = labelSvg({ ...parts, facts })
      equal(svg.includes(number), false)
    }),
    { numRuns: 40 },
  )
  equal(maskPhonesIn('3 幢 502 室'), '3 幢 502 室')
})

test('markup in a name or address is text on the label', () => {
  const svg = labelSvg({ ...parts, facts: { ...parts.facts, addressDetail: '<script>"&\0' } })
  equal(svg.includes('<script>'), false)
  match(svg, /&#60;script&#62;&#34;&#38;</)
})

test('text breaks between levels and words, keeps to its lines and says when something is left out', () => {
  equal(wrapRegion('江苏省苏州市常熟市虞山街道', 12.6, 2).join('|'), '江苏省苏州市常熟市|虞山街道')
  equal(wrapRegion('新疆维吾尔自治区', 12.6, 2).join('|'), '新疆维吾尔自治区')
  equal(wrap('海虞北路 138****1234', 8, 3).join('|'), '海虞北路|138****1234')
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('桃', '源', 'a', '1', ' ', '，'), maxLength: 80 }), (text) => {
      const lines = wrap(text, 10, 3)
      equal(lines.length <= 3, true)
      equal(
        lines.every((line) => [...line].length <= 20),
        true,
      )
      if (!lines.at(-1)?.endsWith('…')) equal(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''))
    }),
  )
})

test('the code on the label leads to the trace page of the lot', async () => {
  const found = await readQr(labelSvg(parts), { left: 640, top: 1080, width: 335, height: 330 })
  equal(found, 'https://market.example.cn/01/02000000000015/10/YS-0711')
})

test('the PDF has one page of 100 × 150 mm and says what the SVG says', async () => {
  const pdf = (await drawPdf(composeLabel(parts), parts.facts.orderNumber)).toString('latin1')
  match(pdf, /^%PDF-/)
  const [, width = 0, height = 0] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  equal(Math.round((Number(width) / 72) * 254) / 10, 100)
  equal(Math.round((Number(height) / 72) * 254) / 10, 150)
  const written = [...labelSvg(parts).matchAll(/<text[^>]*>([^<]*)</g)].map(([, words = '']) => words)
  // A printer that fitted it to its paper would shrink the code.
  match(pdf, /\/PrintScaling \/None/)
  equal(wordsIn(pdf).join('|'), written.join('|'))
  ok(wordsIn(pdf).some((words) => words.endsWith('138****1234')))
})

test('a character that the face does not have is an empty box, not a missing letter', async () => {
  const pdf = (await drawPdf([{ kind: 'words', x: 5, y: 5, size: 4, words: '桃🍑源' }], '1')).toString('latin1')
  equal(wordsIn(pdf).join(), '桃\u25a1源')
})

const labelSvg = (given: LabelParts) => drawSvg(composeLabel(given))

/** What a reader finds in the PDF: its glyphs through the lists of what they mean. */
function wordsIn(pdf: string): string[] {
  const objects = new Map(
    [...pdf.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id, body = '']) => [id, body]),
  )
  const referred = (from: string, name: string) =>
    objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(from)?.[1] ?? '') ?? ''
  const page = [...objects.values()].find((body) => body.includes('/Type /Page\n')) ?? ''
  const meanings = (face: string): string[] => {
    const list = unpacked(referred(referred(referred(page, 'Resources'), face), 'ToUnicode'))
    return [...list.slice(list.indexOf('[')).matchAll(/<([0-9a-f]{4}(?: [0-9a-f]{4})*)>(?= <|\])/g)].map(
      ([, codes = '']) => Buffer.from(codes.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    )
  }
  return [...unpacked(referred(page, 'Contents')).matchAll(/\/(F\d+) .* Tf\n\[(.*)\] TJ/g)].map(
    ([, face = '', shown = '']) => {
      const known = meanings(face)
      const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, run = '']) => run.match(/.{4}/g) ?? [])
      return glyphs.map((glyph) => (Number.parseInt(glyph, 16) ? known[Number.parseInt(glyph, 16)] : '□')).join('')
    },
  )
}

function unpacked(object: string): string {
  const [, packed = ''] = /stream\n([\s\S]*)\nendstream/.exec(object) ?? []
  return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
}
