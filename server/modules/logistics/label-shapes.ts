import bwipjs from 'bwip-js/node'

/** A filled rectangle: left, top, width, height. */
export type Rect = readonly [x: number, y: number, width: number, height: number]

/** What a label is made of, in millimetres from its top left corner; drawn alike as SVG and as PDF. */
export type Shape =
  | { kind: 'rects'; rects: Rect[] }
  | { kind: 'frame'; at: Rect; stroke: number }
  | { kind: 'disc'; x: number; y: number; radius: number }
  | Words
export interface Words {
  kind: 'words'
  x: number
  /** The line the letters stand on. */
  y: number
  size: number
  words: string
  anchor?: 'middle' | 'end'
  bold?: boolean
  white?: boolean
}

export function words(x: number, y: number, size: number, said: string, look: Partial<Words> = {}): Words {
  return { kind: 'words', x, y, size, words: said, ...look }
}

/** A thin line across the label. */
export function rule(y: number): Shape {
  return { kind: 'rects', rects: [[2, y - 0.15, 96, 0.3]] }
}

/** A Code 128 symbol as wide as `width`, bars from `y` on. */
export function barcode(
  text: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): Shape {
  const [symbol] = bwipjs.raw({ bcid: 'code128', text })
  if (!symbol || !('sbs' in symbol)) throw new Error('Code 128 is drawn by bars')
  const steps: number[] = symbol.sbs
  const module = width / steps.reduce((sum, step) => sum + step, 0)
  let at = x
  const rects: Rect[] = []
  for (const [index, step] of steps.entries()) {
    // Bars and spaces alternate, a bar first.
    if (index % 2 === 0) rects.push([at, y, step * module, height])
    at += step * module
  }
  return { kind: 'rects', rects }
}

/** A QR code as a square of `size`, error level M: readable with a seventh of it scratched off. */
export function qrCode(text: string, { x, y, size }: { x: number; y: number; size: number }): Shape {
  const options = { bcid: 'qrcode', text, eclevel: 'M' }
  const [symbol] = bwipjs.raw(options)
  if (!symbol || !('pixs' in symbol)) throw new Error('a QR code is drawn by squares')
  const side: number = symbol.pixx
  const module = size / side
  const dots: number[] = symbol.pixs
  const rects: Rect[] = []
  for (let top = 0; top < side; top++) {
    for (let left = 0; left < side; ) {
      let right = left
      while (right < side && dots[top * side + right] === 1) right++
      // Neighbours are one rectangle: no printer leaves a hair of white between them.
      if (right > left) rects.push([x + left * module, y + top * module, (right - left) * module, module])
      left = right + 1
    }
  }
  return { kind: 'rects', rects }
}
