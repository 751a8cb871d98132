import { Drawing } from '../../ui/market/drawing.tsx'
import { drawPortrait } from '../../ui/picture/portrait.ts'

/** A producer's seal: one character, cut out of red. */
export function Seal({ code, character }: { code: string; character: string }) {
  return <Drawing class="seal" svg={drawPortrait({ code, character })} />
}
