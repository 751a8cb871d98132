import bwipjs from 'bwip-js/node'

// Drawn as plain paths in millimetres: exact at every printer's resolution, and the same in SVG and PDF.

/** A Code 128 symbol as wide as `width`, bars from `y` on. */
export function barcodePath(
  text: string,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): string {
  const [symbol] = bwipjs.raw({ bcid: 'code128', text })
  if (!symbol || !('sbs' in symbol)) throw new Error('Code 128 is drawn by bars')
  const steps: number[] = symbol.sbs
  const module = width / steps.reduce((sum, step) => sum + step, 0)
  let at = x
  return steps
    .map((step, index) => {
      const from = at
      at += step * module
      // Bars and spaces alternate, a bar first.
      return index % 2 === 0 ? `M${mm(from)} ${mm(y)}h${mm(step * module)}v${mm(height)}h${mm(-step * module)}z` : ''
    })
    .join('')
}

/** A QR code as a square of `size`. */
export function qrPath(text: string, { x, y, size }: { x: number; y: number; size: number }): string {
  const options = { bcid: 'qrcode', text, eclevel: 'M' }
  const [symbol] = bwipjs.raw(options)
  if (!symbol || !('pixs' in symbol)) throw new Error('a QR code is drawn by squares')
  const side: number = symbol.pixx
  const module = size / side
  const dots: number[] = symbol.pixs
  return dots
    .map((dot, index) => {
      if (dot !== 1) return ''
      const [left, top] = [x + (index % side) * module, y + Math.floor(index / side) * module]
      return `M${mm(left)} ${mm(top)}h${mm(module)}v${mm(module)}h${mm(-module)}z`
    })
    .join('')
}

function mm(length: number): string {
  return String(Math.round(length * 1000) / 1000)
}
