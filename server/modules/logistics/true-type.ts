import { openSync, readSync } from 'node:fs'

/** A TrueType face on the disk. Only its index is in memory: of ten megabytes of glyphs a label needs forty. */
export interface Face {
  /** Glyph number of a character; 0 is the empty box that stands for what the face does not have. */
  glyphOf(character: string): number
  /** How wide a glyph is, in thousandths of its size. */
  widthOf(glyph: number): number
  ascent: number
  descent: number
  box: readonly [number, number, number, number]
  /** A face with these glyphs only, numbered as they stand here. */
  subset(glyphs: readonly number[]): Buffer
}

/** Opens a face; its file stays open, since every label reads from it. */
export function openFace(path: string): Face {
  const file = openSync(path, 'r')
  const read = (at: number, length: number): Buffer => {
    const bytes = Buffer.allocUnsafe(length)
    readSync(file, bytes, 0, length, at)
    return bytes
  }
  const places = new Map<string, { at: number; length: number }>()
  const index = read(12, read(4, 2).readUInt16BE() * 16)
  for (let at = 0; at < index.length; at += 16)
    places.set(index.toString('latin1', at, at + 4), {
      at: index.readUInt32BE(at + 8),
      length: index.readUInt32BE(at + 12),
    })
  const table = (name: string): Buffer => {
    const place = places.get(name)
    if (!place) throw new Error(`${path} has no table ${name}`)
    return read(place.at, place.length)
  }
  const [head, hhea, hmtx, maxp, characters] = [
    table('head'),
    table('hhea'),
    table('hmtx'),
    table('maxp'),
    table('cmap'),
  ]
  const ends = locationsOf(table('loca'), head.readInt16BE(50) === 1)
  const unit = 1000 / head.readUInt16BE(18)
  const metrics = hhea.readUInt16BE(34)
  const glyphs = places.get('glyf')?.at ?? 0
  const outlineOf = (glyph: number) => {
    const [from = 0, to = 0] = [ends[glyph], ends[glyph + 1]]
    return read(glyphs + from, to - from)
  }
  // After the last of its own metrics every glyph is as wide as that one.
  const metricOf = (glyph: number) => Math.min(glyph, metrics - 1) * 4
  const find = finderIn(characters)
  return {
    glyphOf: (character) => find(character.codePointAt(0) ?? 0),
    widthOf: (glyph) => Math.round(hmtx.readUInt16BE(metricOf(glyph)) * unit),
    ascent: Math.round(hhea.readInt16BE(4) * unit),
    descent: Math.round(hhea.readInt16BE(6) * unit),
    box: [36, 38, 40, 42].map((at) => Math.round(head.readInt16BE(at) * unit)) as [number, number, number, number],
    subset: (wanted) => {
      const all = [...wanted]
      const outlines: Buffer[] = []
      // A glyph made of others brings them along, and points at their new numbers.
      for (let at = 0; at < all.length; at++) {
        const outline = outlineOf(all[at] ?? 0)
        for (const place of partsOf(outline)) {
          const part = outline.readUInt16BE(place)
          if (!all.includes(part)) all.push(part)
          outline.writeUInt16BE(all.indexOf(part), place)
        }
        outlines.push(outline)
      }
      return assemble({ head, hhea, maxp, outlines, metrics: all.map((glyph) => hmtx.readUInt16BE(metricOf(glyph))) })
    },
  }
}

function locationsOf(loca: Buffer, long: boolean): Uint32Array {
  const count = loca.length / (long ? 4 : 2)
  return Uint32Array.from({ length: count }, (_, n) => (long ? loca.readUInt32BE(n * 4) : loca.readUInt16BE(n * 2) * 2))
}

/** Reads the list of characters in format 12, which has all of them: groups of neighbours with neighbouring glyphs. */
function finderIn(cmap: Buffer): (code: number) => number {
  const lists = Array.from({ length: cmap.readUInt16BE(2) }, (_, n) => cmap.readUInt32BE(4 + n * 8 + 4))
  const list = lists.find((at) => cmap.readUInt16BE(at) === 12)
  if (list === undefined) throw new Error('the face lists its characters in another format')
  const groupAt = (n: number) => list + 16 + n * 12
  return (code) => {
    let [low, high] = [0, cmap.readUInt32BE(list + 12) - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const at = groupAt(middle)
      if (code < cmap.readUInt32BE(at)) high = middle - 1
      else if (code > cmap.readUInt32BE(at + 4)) low = middle + 1
      else return cmap.readUInt32BE(at + 8) + code - cmap.readUInt32BE(at)
    }
    return 0
  }
}

/** Where in a composed glyph the numbers of its parts stand; a simple one has none. */
function partsOf(outline: Buffer): number[] {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return []
  const places: number[] = []
  for (let at = 10, more = true; more; ) {
    const flags = outline.readUInt16BE(at)
    places.push(at + 2)
    const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0
    at += 4 + (flags & 0x01 ? 4 : 2) + scale
    more = (flags & 0x20) !== 0
  }
  return places
}

interface Parts {
  head: Buffer
  hhea: Buffer
  maxp: Buffer
  outlines: Buffer[]
  metrics: number[]
}

function assemble({ head, hhea, maxp, outlines, metrics }: Parts): Buffer {
  const padded = outlines.map((outline) => Buffer.concat([outline, Buffer.alloc(-outline.length & 3)]))
  const loca = Buffer.alloc((outlines.length + 1) * 4)
  for (let at = 0, end = 0; at < padded.length; at++) {
    end += padded[at]?.length ?? 0
    loca.writeUInt32BE(end, (at + 1) * 4)
  }
  const hmtx = Buffer.alloc(metrics.length * 4)
  for (const [at, width] of metrics.entries()) hmtx.writeUInt16BE(width, at * 4)
  const changed = [Buffer.from(head), Buffer.from(hhea), Buffer.from(maxp)] as const
  changed[0].writeInt16BE(1, 50)
  changed[1].writeUInt16BE(metrics.length, 34)
  changed[2].writeUInt16BE(outlines.length, 4)
  return pack([
    ['glyf', Buffer.concat(padded)],
    ['head', changed[0]],
    ['hhea', changed[1]],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', changed[2]],
  ])
}

/** A font file of these tables. A PDF reader looks at no checksum, so none is counted. */
function pack(tables: readonly (readonly [name: string, table: Buffer])[]): Buffer {
  const start = Buffer.alloc(12 + tables.length * 16)
  start.writeUInt32BE(0x00010000, 0)
  start.writeUInt16BE(tables.length, 4)
  const bodies: Buffer[] = []
  let end = start.length
  for (const [at, [name, table]] of tables.entries()) {
    const entry = 12 + at * 16
    start.write(name, entry, 'latin1')
    start.writeUInt32BE(end, entry + 8)
    start.writeUInt32BE(table.length, entry + 12)
    const body = Buffer.concat([table, Buffer.alloc(-table.length & 3)])
    bodies.push(body)
    end += body.length
  }
  return Buffer.concat([start, ...bodies])
}
