import { arrange, scaleOf } from './arrange.ts'
import { artOf, type PictureForm } from './forms.ts'
import { distance, grounds, type InkName, inks } from './inks.ts'
import { outdoorPatterns, plainPattern, tablePatterns } from './patterns.ts'
import { Pen, type Point } from './pen.ts'
import { foldText, pick, randomFrom } from './random.ts'
import { layGrass, layTable } from './stage.ts'
import { furnishYard } from './yard-props.ts'

export { isPictureForm, type PictureForm, pictureForms } from './forms.ts'

/** What a picture is drawn from. */
export interface PictureOrder {
  readonly form: PictureForm
  /** The product's own code: the same code always gives the same picture. */
  readonly code: string
  /** What a reader who cannot see it is told; without it the picture counts as decoration. */
  readonly label?: string
  /** Width and height in pixels; without it the picture fills its box. */
  readonly size?: number
}

/** The largest picture we send. */
export const pictureLimit = 4096

const ink = 5
const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Wraps drawn shapes as one SVG picture. */
export function frame(body: string, width: number, height: number, label?: string, size?: number): string {
  const box = `viewBox="0 0 ${width} ${height}"${size ? ` width="${size}" height="${Math.round((size * height) / width)}"` : ''}`
  const told = label ? ` role="img" aria-label="${escapeText(label)}"` : ' aria-hidden="true"'
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}${told} fill="${inks.ink}" stroke-linecap="round">${body}</svg>`
}

/** Signs that a small seal can carry, as strokes in a box of 40. */
const seals = [
  'M10 10h20v20h-20zM20 10v20M10 20h20',
  'M20 8v22M9 16v14h22V16',
  'M8 20h24',
  'M12 12h16M8 28h24M20 12v16',
  'M8 16h24M20 8v24M18 17l-9 10M22 17l9 10',
  'M15 8v24M25 8v24M8 15h24M8 25h24',
  'M20 8v24M8 18h24M12 9l4 6M28 9l-4 6M19 19l-9 11M21 19l9 11',
]

function sealed(pen: Pen): string {
  const at = pen.random() < 0.5 ? 344 : 16
  const red = pen.random() < 0.7
  const sign = pick(pen.random, seals)
  return `<g transform="translate(${at} 348)"><path fill="${red ? inks.vermilion : inks.ink}" d="M2 3l18-1 18 2-1 17 1 17-19-1-17 1 1-18z"/><path fill="none" stroke="${inks.chalk}" stroke-width="3" d="${sign}"/></g>`
}

function edge(pen: Pen): Point[] {
  const at = (x: number, y: number): Point => [x + pen.vary(-2, 2), y + pen.vary(-2, 2), 1]
  return [at(0, 0), at(200, 0), at(400, 0), at(400, 200), at(400, 400), at(200, 400), at(0, 400), at(0, 200)]
}

function attempt({ form, code, label, size }: PictureOrder, detail: number, plain = false): string {
  const art = artOf(form)
  const random = randomFrom(`${form} ${code}`)
  const main = inks[pick(random, art.colours)]
  const leaves: readonly InkName[] = art.leaves ?? ['leaf', 'moss', 'celadon']
  const colours = { main, leaf: inks[pick(random, leaves)] }
  // Things must stand off from what is behind them and below them.
  const fitting = grounds.filter((g) => distance(g.ground, main) > 0.16 && distance(g.ground, colours.leaf) > 0.13)
  const ground = pick(random, fitting.length > 0 ? fitting : grounds)
  const way = pick(random, art.ways)
  const id = `p${(foldText(`${form} ${code}`) % 1679616).toString(36)}`

  const sheet = new Pen(random, id, colours, ink, detail)
  sheet.flat(edge(sheet), ground.ground)
  const pattern = pick(random, art.outdoors || way === 'branch' ? outdoorPatterns : tablePatterns)
  ;(plain ? plainPattern : pattern)(sheet, ground)
  if (art.outdoors) {
    furnishYard(sheet, ground)
    layGrass(sheet, ground)
  } else if (way !== 'branch') layTable(sheet, ground)

  const unit = new Pen(random, `${id}-`, colours, ink / scaleOf(way), detail)
  art.draw(unit)
  arrange(sheet, unit, art, way, ground)
  return frame(sheet.raw(sealed(sheet)).toString(), 400, 400, label, size)
}

function drawFitting(order: PictureOrder): string {
  for (const detail of [2, 1, 0]) {
    const drawn = attempt(order, detail)
    if (new TextEncoder().encode(drawn).length <= pictureLimit) return drawn
  }
  return attempt(order, 0, true)
}

// A shelf shows the same pictures to everyone; drawing one takes milliseconds, keeping a thousand takes 4 MB.
const kept = new Map<string, string>()
const keptMost = 1000

/** Draws the picture of a product: an SVG of at most 4 KB, always the same for the same code. */
export function drawPicture(order: PictureOrder): string {
  const key = JSON.stringify([order.form, order.code, order.label, order.size])
  const drawn = kept.get(key) ?? drawFitting(order)
  kept.delete(key)
  kept.set(key, drawn)
  const oldest = kept.size > keptMost ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  return drawn
}
