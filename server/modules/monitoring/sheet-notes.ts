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

/** What stands above every table that leaves the house: what the figures mean, up to when, on what evidence, and whether it is sample data. */
export async function notesFor(
  tx: Tx,
  { language }: Actor,
  say: Say,
  { indicators, asOf, isSample, cutAt }: Told,
): Promise<string[]> {
  const zh = language === 'zh'
  const meanings = await Promise.all(indicators.map((indicator) => definitionOf(tx, indicator)))
  return [
    ...meanings.map(({ name, nameEn, version, meaning, meaningEn, evidenceLevel }) =>
      say('monitoring.sheet_definition', {
        name: zh ? name : nameEn,
        version,
        meaning: zh ? meaning : meaningEn,
        level: evidenceLevel,
      }),
    ),
    say('monitoring.sheet_as_of', { time: clockOf(asOf) }),
    say('monitoring.sheet_evidence'),
    ...(cutAt ? [say('monitoring.sheet_cut', { rows: cutAt })] : []),
    ...(isSample ? [say('monitoring.sample_note')] : []),
  ]
}
