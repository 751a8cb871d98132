import type { Rect, Shape } from './label-shapes.ts'

const fonts =
  '&quot;PingFang SC&quot;,&quot;Noto Sans SC&quot;,&quot;Noto Sans CJK SC&quot;,&quot;Microsoft YaHei&quot;,sans-serif'

/** The label as SVG in millimetres, in the Chinese face of whoever prints it. */
export function drawSvg(shapes: readonly Shape[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="100mm" height="150mm" viewBox="0 0 100 150"><rect width="100" height="150" fill="#fff"/><g fill="#000" font-family="${fonts}">${shapes.map(draw).join('')}</g></svg>`
}

function draw(shape: Shape): string {
  switch (shape.kind) {
    case 'rects':
      return `<path d="${shape.rects.map(pathOf).join('')}"/>`
    case 'frame':
      return `<path d="${pathOf(shape.at)}" fill="none" stroke="#000" stroke-width="${shape.stroke}"/>`
    case 'disc':
      return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.radius}"/>`
    case 'words': {
      const { x, y, size, anchor, bold, white } = shape
      const look = `${anchor ? ` text-anchor="${anchor}"` : ''}${bold ? ' font-weight="bold"' : ''}${white ? ' fill="#fff"' : ''}`
      return `<text x="${x}" y="${y}" font-size="${size}"${look}>${escape(shape.words)}</text>`
    }
  }
}

function pathOf([x, y, width, height]: Rect): string {
  return `M${mm(x)} ${mm(y)}h${mm(width)}v${mm(height)}h${mm(-width)}z`
}

function mm(length: number): string {
  return String(Math.round(length * 1000) / 1000)
}

function escape(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they have no place in XML
  return words.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
