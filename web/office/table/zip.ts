/** Files put together into one, uncompressed: small tables need no more, and no library. */
export function zipOf(files: Record<string, string>): Uint8Array<ArrayBuffer> {
  const bodies: Uint8Array[] = []
  const index: Uint8Array[] = []
  let at = 0
  for (const [path, text] of Object.entries(files)) {
    const [name, body] = [encode(path), encode(text)]
    const facts = [crcOf(body), body.length, body.length]
    // Version 2.0, names in UTF-8, stored, 1980-01-01: nobody needs to know when.
    const common = [
      ...u16(20),
      ...u16(0x800),
      ...u16(0),
      ...u16(0),
      ...u16(0x21),
      ...facts.flatMap(u32),
      ...u16(name.length),
      ...u16(0),
    ]
    const local = [join(Uint8Array.from([0x50, 0x4b, 3, 4, ...common]), name, body)]
    index.push(
      join(
        Uint8Array.from([
          0x50,
          0x4b,
          1,
          2,
          ...u16(20),
          ...common,
          ...u16(0),
          ...u16(0),
          ...u16(0),
          ...u32(0),
          ...u32(at),
        ]),
        name,
      ),
    )
    bodies.push(...local)
    at += local.reduce((sum, part) => sum + part.length, 0)
  }
  const size = index.reduce((sum, part) => sum + part.length, 0)
  const end = [
    0x50,
    0x4b,
    5,
    6,
    ...u16(0),
    ...u16(0),
    ...u16(index.length),
    ...u16(index.length),
    ...u32(size),
    ...u32(at),
    ...u16(0),
  ]
  return join(...bodies, ...index, Uint8Array.from(end))
}

const encoder = new TextEncoder()
const encode = (text: string) => encoder.encode(text)
const u16 = (n: number) => [n & 255, (n >> 8) & 255]
const u32 = (n: number) => [n & 255, (n >> 8) & 255, (n >> 16) & 255, (n >>> 24) & 255]

function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The checksum that ZIP asks for. */
export function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
