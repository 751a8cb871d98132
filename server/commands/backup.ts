import { version } from '../app.ts'
import { backUp } from './back-up.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'
import { progress } from './progress.ts'

export const backup: Command = {
  summary: 'write the whole system as of one moment into a folder, while it runs',
  usage: 'yicun backup FOLDER',
  more: 'The folder must be new. It will hold personal data and the secret: keep it encrypted and elsewhere.',
  options: {},
  async run(_values, [folder]) {
    if (!folder) throw new Error('say where to: yicun backup FOLDER')
    const begun = Date.now()
    const step = progress('Backup')
    const manifest = await withDatabase(({ url }, { dataDir, secret }) =>
      backUp({ url, dataDir, secret, version }, folder, step.at),
    )
    step.done()
    const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0)
    const { madeAt, photos } = manifest
    console.log(JSON.stringify({ folder, madeAt, rows, photos, seconds: (Date.now() - begun) / 1000 }))
    return photos.missing > 0 ? 1 : 0
  },
}
