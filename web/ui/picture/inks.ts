/** The printer's ink box. Every picture is printed from these tins, so a page of them belongs together. */
export const inks = {
  ink: '#26302a',
  vermilion: '#c4452c',
  persimmon: '#d0702f',
  ochre: '#cf9a45',
  straw: '#e8cf86',
  lemon: '#ecd97c',
  leaf: '#3f7548',
  moss: '#75883f',
  celadon: '#8fb08a',
  jade: '#c3d6a4',
  indigo: '#35566f',
  sky: '#93b4bd',
  plum: '#6d3552',
  violet: '#6a5a86',
  rose: '#d97f7c',
  blush: '#f0bda4',
  brown: '#8a5730',
  chestnut: '#633722',
  clay: '#b98a63',
  soot: '#47504a',
  stone: '#a7a898',
  chalk: '#f7f1e3',
} as const
export type InkName = keyof typeof inks

/** What a picture is printed on: ground, pattern tone, table top and the shade below things. */
export interface Ground {
  readonly ground: string
  readonly tone: string
  readonly table: string
  readonly shade: string
}

export const grounds: readonly Ground[] = [
  { ground: '#f0e2bd', tone: '#e3cd96', table: '#cfae6c', shade: '#b18f4f' },
  { ground: '#d3dfc9', tone: '#bccfb2', table: '#a08a5c', shade: '#83703f' },
  { ground: '#c6d6d8', tone: '#aec5ca', table: '#5d7f8c', shade: '#466672' },
  { ground: '#f0d5c5', tone: '#e4bda7', table: '#b97f62', shade: '#9a644a' },
  { ground: '#e6bd78', tone: '#d9a75a', table: '#8a5a34', shade: '#6c4324' },
  { ground: '#44694c', tone: '#557c5c', table: '#d9c690', shade: '#b7a067' },
  { ground: '#33536a', tone: '#466a82', table: '#dccfae', shade: '#b5a67f' },
  { ground: '#f4ecd9', tone: '#e3d6b8', table: '#7d9577', shade: '#627a5d' },
  { ground: '#dcd3d4', tone: '#c8bbbf', table: '#8a6f74', shade: '#6f565c' },
  { ground: '#d9a07e', tone: '#e3b394', table: '#f0e0bd', shade: '#cbb684' },
  { ground: '#a9bf9c', tone: '#96af89', table: '#e9dcb6', shade: '#c4b486' },
  { ground: '#efe0b0', tone: '#e8cc7e', table: '#3f5f73', shade: '#2d4a5c' },
]

function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** Mixes two inks; part 0 is all of the first, 1 all of the second. */
export function mix(first: string, second: string, part: number): string {
  const [a, b] = [channels(first), channels(second)]
  return `#${a
    .map((value, i) =>
      Math.round(value + ((b[i] ?? 0) - value) * part)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** How far apart two inks look, roughly (0 to 1). */
export function distance(first: string, second: string): number {
  const [a, b] = [channels(first), channels(second)]
  const weights = [0.3, 0.59, 0.11]
  return Math.sqrt(a.reduce((sum, value, i) => sum + (weights[i] ?? 0) * ((value - (b[i] ?? 0)) / 255) ** 2, 0))
}
