import { frame } from './draw.ts'
import { inks } from './inks.ts'
import { Pen, type Point } from './pen.ts'
import { pick, randomFrom } from './random.ts'

/** Draws a producer's seal with one character, usually the surname, cut out of red. */
export function drawPortrait({ code, character, label }: { code: string; character: string; label?: string }): string {
  const random = randomFrom(`seal ${code}`)
  const colour = pick(random, [inks.vermilion, inks.vermilion, inks.leaf, inks.indigo, inks.plum])
  const pen = new Pen(random, 's', { main: colour, leaf: inks.leaf }, 3, 2)
  const wobble = () => pen.vary(-3, 3)
  const round = random() < 0.4
  const rim = Array.from({ length: round ? 14 : 4 }, (_, i): Point => {
    const angle = (i / (round ? 14 : 4)) * Math.PI * 2 + Math.PI / 4
    const reach = round ? 47 : 64
    return [50 + Math.cos(angle) * reach + wobble(), 50 + Math.sin(angle) * reach + wobble(), round ? 0 : 1]
  })
  pen.flat(rim, colour)
  const nicks = Array.from(
    { length: 5 },
    () => [pen.vary(4, 96), pick(random, [6, 94, 8]), pen.vary(6, 14), pen.vary(0, 180), 2] as const,
  )
  pen.gouges(nicks, inks.chalk)
  const sign = [...character][0] ?? ''
  const safe = /^[\p{L}\p{N}]$/u.test(sign) ? sign : ''
  const lang = /\p{Script=Han}/u.test(safe) ? ' lang="zh-CN"' : ''
  const text = `<text${lang} x="50" y="52" fill="${inks.chalk}" font-family="Songti SC,Noto Serif SC,Noto Serif CJK SC,SimSun,serif" font-size="56" font-weight="700" text-anchor="middle" dominant-baseline="central">${safe}</text>`
  return frame(pen.raw(text).toString(), 100, 100, label)
}
