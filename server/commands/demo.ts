import { fillDemo } from '../../demo/fill-demo.ts'
import { row } from '../kernel/db.ts'
import { migrate } from '../kernel/migrate.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'
import { progress } from './progress.ts'

/** How large the demo world is: small starts in seconds, full is for measuring. */
export const demoSizes = {
  small: { villages: 270, orders: 6000 },
  full: { villages: 13_263, orders: 5_000_000 },
} as const

export const demo: Command = {
  summary: 'fill an empty database with the demo world (示例数据)',
  usage: 'yicun demo [--scale small|full] [--orders N] [--villages N] [--seed N]',
  more: 'Everything it makes is marked as sample data. Needs a database that was migrated and holds nobody yet.',
  options: {
    scale: { type: 'string', about: 'small (default), or full: every administrative village and 5 million orders' },
    orders: { type: 'string', about: 'another number of orders' },
    villages: { type: 'string', about: 'another number of villages that sell' },
    seed: {
      type: 'string',
      about: 'another world; the same seed on the same day gives the same goods and orders (default 1)',
    },
  },
  async run({ scale = 'small', orders, villages, seed }) {
    if (scale !== 'small' && scale !== 'full') throw new Error('--scale is small or full')
    const size = demoSizes[scale]
    return withDatabase(async ({ db, url }, config) => {
      await migrate(url)
      if (await row(db, 'select 1 from stores.store limit 1'))
        throw new Error('there are stores already; the demo world wants an empty database')
      const wanted = {
        villages: wholeNumber(villages, size.villages),
        orders: wholeNumber(orders, size.orders),
        seed: wholeNumber(seed, 1),
      }
      const signIns = await fillDemo(db, config.secret, wanted, progress)
      console.log(JSON.stringify({ ...wanted, ...signIns }))
      return 0
    })
  },
}

function wholeNumber(text: string | boolean | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`${text} is not a whole number above zero`)
  return number
}
