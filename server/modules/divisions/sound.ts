import { pinyin } from 'pinyin-pro'

/** How a name sounds, in letters: what is typed to find it. */
export function soundOf(name: string): string {
  return pinyin(name, { toneType: 'none', type: 'array', v: true }).join('')
}
