import { systemActor } from '../kernel/actor.ts'
import { transact } from '../kernel/db.ts'
import { changeDivision, changeKinds, historyOf } from '../modules/divisions/index.ts'
import { rebuildFigures } from '../modules/monitoring/index.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'
import { progress } from './progress.ts'

export const changePlace: Command = {
  summary: 'record that a place was merged, split, renamed or recoded',
  usage: 'yicun change merge|split|rename|recode CODE [--to CODE] [--name NAME] --on DAY --basis TEXT',
  more: 'The former code stays, in force until that day, with the figures of its time. A merge goes into a place that is there; split and recode make the new one. Figures are computed anew afterwards. Prints the history of the place.',
  options: {
    to: { type: 'string', about: 'the place it merged into, the new place, or its new code' },
    name: { type: 'string', about: 'the new name' },
    on: { type: 'string', about: 'the day from which it holds (2026-07-01), not after today' },
    basis: { type: 'string', about: 'the decision it rests on' },
  },
  async run({ to, name, on, basis }, [asked, code]) {
    const kind = changeKinds.find((each) => each === asked)
    if (!kind || !code) throw new Error(`say what became of which place: ${changeKinds.join(', ')}, and its code`)
    const toCode = kind === 'rename' ? code : to
    if (!toCode) throw new Error('say --to which code')
    if (kind === 'rename' && !name) throw new Error('say the new --name')
    if (!/^\d{4}-\d{2}-\d{2}$/.test(String(on)) || !basis) throw new Error('say --on which day and on what --basis')
    return withDatabase(async ({ db }) => {
      const change = { kind, fromCode: code, toCode: String(toCode), newName: name as string | undefined }
      await transact(db, (tx) =>
        changeDivision(tx, systemActor, { ...change, changedOn: String(on), basis: String(basis) }),
      )
      const figures = progress('Figures')
      await rebuildFigures(db, figures.at)
      figures.done()
      console.log(JSON.stringify(await historyOf(db, code)))
      return 0
    })
  },
}
