import type { Tx } from '../../kernel/db.ts'
import { when } from '../../kernel/events.ts'
import { type Day, dayOf } from '../../kernel/time.ts'
import { accountErased, dutiesHandedOver } from '../accounts/index.ts'
import { beginPost } from './appoint-operator.ts'
import { tables } from './tables.ts'

/** Where an operator's duty was handed over, the post follows. A repeat finds the heir on the post already. */
when(dutiesHandedOver, 'stations.follow_hand_over', async (tx, { fromAccountId, toAccountId, duties }) => {
  const today = dayOf(new Date())
  const codes = duties.flatMap((duty) => (duty.role === 'station_operator' ? [duty.divisionCode] : []))
  if (codes.length === 0) return
  for (const stationId of await leavePosts(tx, fromAccountId, today, codes)) {
    await beginPost(tx, { stationId, accountId: toAccountId }, today)
  }
})

/** Who is forgotten runs no station. */
when(accountErased, 'stations.follow_erasure', async (tx, { accountId }) => {
  await leavePosts(tx, accountId, dayOf(new Date()))
})

async function leavePosts(tx: Tx, accountId: string, today: Day, divisionCodes?: string[]): Promise<string[]> {
  let posts = tables(tx)
    .updateTable('operator')
    .set({ toOn: today })
    .where('accountId', '=', accountId)
    .where('toOn', 'is', null)
  if (divisionCodes) {
    const stations = tables(tx).selectFrom('station').select('id').where('divisionCode', 'in', divisionCodes)
    posts = posts.where('stationId', 'in', stations)
  }
  return (await posts.returning('stationId').execute()).map(({ stationId }) => stationId)
}
