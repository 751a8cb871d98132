import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../server/kernel/config.ts'

type Manifest = Record<string, { file: string; css?: string[] }>

let kept: Manifest | undefined

/** The address of a built style or script, with its hash; read once from vite's manifest. */
export function assetUrl(source: string): string {
  const file = join(root, 'dist/market/.vite/manifest.json')
  kept ??= existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {}
  return `/assets/${kept[source]?.file ?? source}`
}
