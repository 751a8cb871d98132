import { sheetNotes } from '../../../web/words/sheet-notes.ts'
import type { Say } from '../../../web/words/words.ts'
import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/db.ts'
import { clockOf, type Instant } from '../../kernel/time.ts'
import { definitionOf } from './targets.ts'

interface Told {
  indicators: readonly string[]
  asOf: Instant
  isSample: boolean
  /** The sheet ends before the records do. */
  cutAt?: number | undefined
}

/** The notes above a sheet that the server writes. */
export async function notesFor(
  tx: Tx,
  { language }: Actor,
  say: Say,
  { indicators, asOf, isSample, cutAt }: Told,
): Promise<string[]> {
  return sheetNotes(say, language, {
    definitions: await Promise.all(indicators.map((indicator) => definitionOf(tx, indicator))),
    time: clockOf(asOf),
    leftOut: cutAt ? [say('monitoring.sheet_cut', { rows: cutAt })] : [],
    isSample,
  })
}
