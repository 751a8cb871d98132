import type { InkName } from '../inks.ts'
import type { Pen } from '../pen.ts'

/** How things are laid out in a picture. */
export type Way = 'one' | 'pair' | 'three' | 'heap' | 'plate' | 'basket' | 'branch'

/** One thing to draw: about 100 units to each side of 0, standing at y = 90. */
export interface Art {
  readonly draw: (pen: Pen) => void
  /** Colours it may be printed in. */
  readonly colours: readonly InkName[]
  readonly leaves?: readonly InkName[]
  readonly ways: readonly Way[]
  /** Turn when it hangs on a branch. */
  readonly hang?: number
  /** It lives outdoors: no table under it. */
  readonly outdoors?: boolean
  /** How much it may lean when laid down, in degrees. */
  readonly lean?: number
}

export const fruitWays: readonly Way[] = ['one', 'pair', 'three', 'heap', 'plate', 'basket', 'branch']
export const tableWays: readonly Way[] = ['one', 'pair', 'three', 'heap', 'plate', 'basket']
export const standingWays: readonly Way[] = ['one', 'pair', 'three']
