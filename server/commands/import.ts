import { importDivisions } from '../modules/divisions/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'

export const importData: Command = {
  summary: 'load reference data, again without harm',
  usage: 'yicun import divisions [--file FILE] [--dry-run]',
  more: 'Reads the divisions shipped in data/ or a file of yours; wrong rows are listed and nothing is written.',
  options: {
    file: { type: 'string', about: 'another CSV file (code,name,level,parent_code,kind,urban_rural_class; .gz too)' },
    'dry-run': { type: 'boolean', about: 'check and count, write nothing' },
  },
  async run(values, [what]) {
    if (what !== 'divisions') throw new Error('say what to import: divisions')
    const report = await withDatabase(({ db }) =>
      importDivisions(db, { file: values.file as string | undefined, dryRun: values['dry-run'] === true }),
    )
    console.log(JSON.stringify({ ...report, errors: report.errors.slice(0, 100), errorCount: report.errors.length }))
    return report.errors.length > 0 ? 1 : 0
  },
}
