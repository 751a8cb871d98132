import { execFile } from 'node:child_process'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './config.ts'
import { refusal } from './errors.ts'

/** By long side in pixels: the size of the picture, and its bytes in either format. */
export type Sizes = Record<string, { width: number; height: number; avif: number; webp: number }>

export const notAPhoto = refusal('kernel.not_a_photo', 415, 'This file is not a JPEG, PNG or WebP photo')
const brokenPhoto = refusal('kernel.broken_photo', 422, 'This photo is damaged or too large in pixels')

/** A phone photo takes one to five seconds of processor time; one that takes two minutes is given up. */
const msAtMost = 120_000
/** What scripts/draw-picture.mjs ends with when the photo is to blame. */
const photoIsBroken = 3

/** Draws a photo in every size into a folder, in a process of its own. */
export async function drawSizes(path: string, folder: string): Promise<Sizes> {
  await requirePhoto(path)
  const program = join(root, 'scripts/draw-picture.mjs')
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [program, path, folder],
      { timeout: msAtMost, killSignal: 'SIGKILL' },
      (error, out, said) => {
        if (!error) resolve(JSON.parse(out) as Sizes)
        else if (error.code === photoIsBroken || error.killed || error.signal) reject(brokenPhoto())
        else reject(new Error(`a photo could not be drawn: ${said || error.message}`))
      },
    )
  })
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
