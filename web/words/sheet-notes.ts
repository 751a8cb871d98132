import type { Say } from './words.ts'

export interface Told {
  /** What the figures mean, in the definitions they were computed by. */
  definitions: readonly {
    name: string
    nameEn: string
    version: number
    meaning: string
    meaningEn: string
    evidenceLevel: string
  }[]
  /** Up to when, in China time. */
  time: string
  /** What is not in the sheet. */
  leftOut: readonly string[]
  isSample: boolean
}

/** What stands above every table that leaves the house: what it means, up to when, on what evidence, what is not in it, and whether it is sample data. */
export function sheetNotes(say: Say, language: 'zh' | 'en', { definitions, time, leftOut, isSample }: Told): string[] {
  const zh = language === 'zh'
  return [
    ...definitions.map(({ name, nameEn, version, meaning, meaningEn, evidenceLevel: level }) =>
      say('monitoring.sheet_definition', {
        name: zh ? name : nameEn,
        version,
        meaning: zh ? meaning : meaningEn,
        level,
      }),
    ),
    say('monitoring.sheet_as_of', { time }),
    say(definitions.length > 0 ? 'monitoring.sheet_evidence' : 'monitoring.sheet_records'),
    ...leftOut,
    ...(isSample ? [say('monitoring.sample_note')] : []),
  ]
}
