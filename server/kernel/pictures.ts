import { open } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { refusal } from './errors.ts'

// One thread and no cache: a picture more or less must not push the process over its memory.
sharp.concurrency(1)
sharp.cache(false)

/** The long sides we keep, in pixels: a card, a phone's width, a full screen. */
export const sides = [320, 800, 1600] as const

export interface Drawn {
  side: (typeof sides)[number]
  width: number
  height: number
  avif: Buffer
  webp: Buffer
}

/** No picture that a buyer loads is larger than this. */
export const bytesAtMost = 300 * 1024
/** The largest phone cameras give 50 megapixels. A small file that unfolds to more is an attack, not a photo. */
const pixelsAtMost = 64_000_000

export const notAPhoto = refusal('kernel.not_a_photo', 415, 'This file is not a JPEG, PNG or WebP photo')
export const brokenPhoto = refusal('kernel.broken_photo', 422, 'This photo is damaged or too large in pixels')

/** Draws a photo in every size, AVIF and WebP, upright, on white, without the data its camera wrote into it. */
export async function drawSizes(path: string): Promise<Drawn[]> {
  await requirePhoto(path)
  try {
    // Decoded once, down to the largest size; the smaller ones are drawn from that.
    const { data, info } = await sharp(path, { limitInputPixels: pixelsAtMost, failOn: 'error' })
      .autoOrient()
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const raw = { width: info.width, height: info.height, channels: info.channels }
    const drawn: Drawn[] = []
    for (const side of sides) {
      const at = () =>
        sharp(data, { raw }).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      const webp = await squeeze((quality) => at().webp({ quality, effort: 4 }), 78)
      const avif = await squeeze((quality) => at().avif({ quality, effort: 2 }), 55)
      drawn.push({ side, width: webp.width, height: webp.height, avif: avif.bytes, webp: webp.bytes })
    }
    return drawn
  } catch {
    throw brokenPhoto()
  }
}

/** What a file is, its first bytes say; its name and its sender's word count for nothing. */
async function requirePhoto(path: string): Promise<void> {
  const file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(12), 0, 12, 0).finally(() => file.close())
  const ascii = buffer.toString('latin1')
  const isPhoto =
    ascii.startsWith('\xff\xd8\xff') ||
    ascii.startsWith('\x89PNG\r\n\x1a\n') ||
    (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP')
  if (!isPhoto) throw notAPhoto()
}

/** Lowers the quality until the picture is small enough. */
async function squeeze(draw: (quality: number) => Sharp, quality: number) {
  for (; ; quality -= 12) {
    const { data, info } = await draw(Math.max(quality, 5)).toBuffer({ resolveWithObject: true })
    if (data.length <= bytesAtMost || quality <= 5) return { bytes: data, width: info.width, height: info.height }
  }
}
