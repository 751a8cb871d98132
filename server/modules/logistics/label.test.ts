import { equal, match } from 'node:assert/strict'
import fc from 'fast-check'
import { test } from 'vitest'
import { type LabelParts, labelSvg } from './label.ts'
import { svgToPdf } from './label-pdf.ts'
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
    tracePath: '/01/02000000000015/10/YS-0711',
  },
  shipment: { method: 'express', carrier: 'sf', trackingNumber: 'SF1234567890123', weightGrams: 6350 },
  sender: { storeName: '阳山桃源合作社', villageName: '无锡市惠山区阳山镇桃源村' },
  marketUrl: 'https://market.example.cn',
}

test('the label shows surname and part of the phone, and no whole number anywhere', () => {
  const svg = labelSvg(parts, 'sans-serif')
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
      const svg = labelSvg(
        { ...parts, facts: { ...parts.facts, phone: number, addressDetail, contents: addressDetail } },
        'x',
      )
      equal(svg.includes(number), false)
    }),
    { numRuns: 40 },
  )
  equal(maskPhonesIn('3 幢 502 室'), '3 幢 502 室')
})

test('markup in a name or address is text on the label', () => {
  const svg = labelSvg({ ...parts, facts: { ...parts.facts, addressDetail: '<script>"&\0' } }, 'x')
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

test('the PDF has one page of 100 × 150 mm', async () => {
  const pdf = (await svgToPdf(labelSvg(parts, 'NotoSansSC'), '1')).toString('latin1')
  match(pdf, /^%PDF-/)
  const [, width = 0, height = 0] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  equal(Math.round((Number(width) / 72) * 254) / 10, 100)
  equal(Math.round((Number(height) / 72) * 254) / 10, 150)
})
