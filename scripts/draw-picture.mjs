// `node scripts/draw-picture.mjs photo folder`: draws a photo in three sizes, AVIF and WebP, upright, on white, without
// the data its camera wrote into it, and prints the sizes as JSON. A process of its own, so that the memory it takes is
// given back and a photo made to break a decoder breaks only this. Exit code 3: the photo cannot be drawn.
import { mkdirSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

/** The long sides, in pixels: a card, a phone's width, a full screen. */
const sides = [320, 800, 1600]
/** No picture that a buyer loads is larger than this. */
const bytesAtMost = 300 * 1024
/** The largest phone cameras give 50 megapixels. A small file that unfolds to more is an attack, not a photo. */
const pixelsAtMost = 64_000_000

// Buyers come first: a photo may wait a second longer.
setPriority(5)
sharp.concurrency(1)
sharp.cache(false)

const [photo, folder] = process.argv.slice(2)
try {
  const drawn = await drawAll()
  mkdirSync(folder, { recursive: true })
  const sizes = {}
  for (const { side, width, height, avif, webp } of drawn) {
    writeFileSync(join(folder, `${side}.avif`), avif)
    writeFileSync(join(folder, `${side}.webp`), webp)
    sizes[side] = { width, height, avif: avif.length, webp: webp.length }
  }
  console.log(JSON.stringify(sizes))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = error?.code ? 1 : 3
}

async function drawAll() {
  // Decoded once, down to the largest size; the smaller ones are drawn from that.
  const { data, info } = await sharp(photo, { limitInputPixels: pixelsAtMost, failOn: 'error' })
    .autoOrient()
    .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const drawn = []
  for (const side of sides) {
    const at = () => sharp(data, { raw }).resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    const webp = await squeeze((quality) => at().webp({ quality, effort: 3 }), 76)
    // Effort above 0 takes two to ten times as long for a twentieth of the bytes.
    const avif = await squeeze((quality) => at().avif({ quality, effort: 0 }), 52)
    drawn.push({ side, width: webp.width, height: webp.height, avif: avif.bytes, webp: webp.bytes })
  }
  return drawn
}

/** Lowers the quality until the picture is small enough. */
async function squeeze(draw, quality) {
  const { data, info } = await draw(quality).toBuffer({ resolveWithObject: true })
  if (data.length <= bytesAtMost || quality <= 4) return { bytes: data, width: info.width, height: info.height }
  return squeeze(draw, Math.max(4, Math.floor(quality * 0.7)))
}
