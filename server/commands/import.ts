import { importDivisions } from '../modules/divisions/index.ts'
import { rebuildFigures } from '../modules/monitoring/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'
import { progress } from './progress.ts'

export const importData: Command = {
  summary: 'load reference data, again without harm',
  usage: 'yicun import divisions [--file FILE] [--on DAY] [--dry-run]',
  more: 'Reads the divisions shipped in data/ or a file of yours; wrong rows are listed and nothing is written. A new name is kept as a rename in the history. Figures are computed anew afterwards.',
  options: {
    file: { type: 'string', about: 'another CSV file (code,name,level,parent_code,kind,urban_rural_class; .gz too)' },
    on: { type: 'string', about: 'the day from which your file holds (default today)' },
    'dry-run': { type: 'boolean', about: 'check and count, write nothing' },
  },
  async run({ file, on, 'dry-run': dryRun }, [what]) {
    if (what !== 'divisions') throw new Error('say what to import: divisions')
    if (on !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(String(on))) throw new Error('--on is a day: 2026-07-01')
    const report = await withDatabase(async ({ db }) => {
      const step = progress('Divisions')
      const options = { file: file as string | undefined, on: on as string | undefined, dryRun: dryRun === true }
      const done = await importDivisions(db, { ...options, onProgress: step.at })
      step.done()
      if (dryRun || done.errors.length > 0 || done.added + done.changed === 0) return done
      const figures = progress('Figures')
      await rebuildFigures(db, figures.at)
      figures.done()
      return done
    })
    console.log(JSON.stringify({ ...report, errors: report.errors.slice(0, 100), errorCount: report.errors.length }))
    return report.errors.length > 0 ? 1 : 0
  },
}
