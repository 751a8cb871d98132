import sharp from 'sharp'

// How many bytes of data each block has, by error level and version. Enough versions for an address.
const blocksOf: Record<string, readonly (readonly number[])[]> = {
  M: [[16], [28], [44], [32, 32], [43, 43], [27, 27, 27, 27]],
  L: [[19], [34], [55], [80], [108], [68, 68]],
  H: [[9], [16], [13, 13], [9, 9, 9, 9], [11, 11, 12, 12], [15, 15, 15, 15]],
  Q: [[13], [22], [17, 17], [24, 24], [15, 15, 16, 16], [19, 19, 19, 19]],
}
const capitals = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const masks: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

/** Reads the QR code in a part of a drawing, as a telephone would: from the dark and the light of its pixels. */
export async function readQr(svg: string, part: { left: number; top: number; width: number; height: number }) {
  // Ten pixels a millimetre of a label of 100 × 150.
  const { data, info } = await sharp(Buffer.from(svg), { density: 254 })
    .resize(1000, 1500)
    .extract(part)
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const dark = (x: number, y: number) => (data[y * info.width * info.channels + x * info.channels] ?? 255) < 128
  const places = [...Array(info.width * info.height).keys()]
    .map((at) => ({ x: at % info.width, y: Math.floor(at / info.width) }))
    .filter(({ x, y }) => dark(x, y))
  const [left, right] = [Math.min(...places.map(({ x }) => x)), Math.max(...places.map(({ x }) => x)) + 1]
  const top = Math.min(...places.map(({ y }) => y))
  // The corner is a frame of seven modules.
  let corner = 0
  while (dark(left + corner, top + 1)) corner++
  const side = Math.round((right - left) / (corner / 7))
  const module = (right - left) / side
  return readModules(side, (row, column) =>
    dark(Math.floor(left + (column + 0.5) * module), Math.floor(top + (row + 0.5) * module)),
  )
}

function readModules(side: number, dark: (row: number, column: number) => boolean): string {
  const version = (side - 17) / 4
  const format = [0, 1, 2, 3, 4].reduce((bits, column) => bits * 2 + Number(dark(8, column)), 0) ^ 0b10101
  const blocks = blocksOf['MLHQ'[format >> 3] ?? '']?.[version - 1]
  if (!blocks) throw new Error(`no QR code of a version up to 6: ${side} modules`)
  const mask = masks[format & 7]
  const bits: number[] = []
  let up = true
  for (let right = side - 1; right > 0; right -= 2) {
    // The column of timing marks is passed over.
    if (right === 6) right--
    for (let step = 0; step < side; step++) {
      const row = up ? side - 1 - step : step
      for (const column of [right, right - 1])
        if (!isMark(version, side, row, column)) bits.push(Number(dark(row, column) !== mask?.(row, column)))
    }
    up = !up
  }
  return textOf(bits, blocks)
}

/** Corners with format, timing lines, the square that shows how the picture is bent. */
function isMark(version: number, side: number, row: number, column: number): boolean {
  if (row < 9 && (column < 9 || column >= side - 8)) return true
  if ((row >= side - 8 && column < 9) || row === 6 || column === 6) return true
  return version > 1 && Math.abs(row - (side - 7)) <= 2 && Math.abs(column - (side - 7)) <= 2
}

function textOf(bits: readonly number[], blocks: readonly number[]): string {
  const bytes: number[][] = blocks.map(() => [])
  let from = 0
  // Blocks are laid one byte of each in turn; the shorter ones end first.
  for (let at = 0; at < Math.max(...blocks); at++)
    for (const [block, length] of blocks.entries())
      if (at < length) {
        bytes[block]?.push(bits.slice(from, from + 8).reduce((byte, bit) => byte * 2 + bit, 0))
        from += 8
      }
  const stream = bytes.flat().flatMap((byte) => [...byte.toString(2).padStart(8, '0')].map(Number))
  let place = 0
  const next = (length: number) => {
    place += length
    return stream.slice(place - length, place).reduce((number, bit) => number * 2 + bit, 0)
  }
  let text = ''
  // Runs of digits, of capitals and of bytes follow one another.
  for (let mode = next(4); mode > 0 && place < stream.length; mode = next(4)) {
    if (mode === 4) text += Buffer.from(Array.from({ length: next(8) }, () => next(8))).toString()
    else if (mode === 1) {
      for (let left = next(10); left > 0; left -= 3) {
        const digits = Math.min(left, 3)
        text += String(next([0, 4, 7, 10][digits] ?? 0)).padStart(digits, '0')
      }
    } else if (mode === 2) {
      for (let left = next(9); left > 0; left -= 2) {
        const pair = next(left > 1 ? 11 : 6)
        text += left > 1 ? `${capitals[Math.floor(pair / 45)]}${capitals[pair % 45]}` : capitals[pair]
      }
    } else throw new Error(`a run of mode ${mode}`)
  }
  return text
}
