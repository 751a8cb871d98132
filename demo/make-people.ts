import type { Db } from '../server/kernel/db.ts'
import { importPeople } from '../server/modules/accounts/index.ts'
import { cityCodeOf, countyCodeOf, townshipCodeOf } from '../server/modules/divisions/index.ts'
import { type DemoVillage, phoneOf } from './make-villages.ts'
import type { Chance } from './random.ts'

/** All officers of the demo world share it; a database with real people in it has none of them. */
export const demoPassword = 'yicun-demo-2026'

/** Who can sign in to the demo world. The second factor of sample officers is shown by the sandbox. */
export interface DemoSignIns {
  officers: { username: string; what: string }[]
  owner: string
  operator: string
}

/** People around one village: its officers up to the province, the owner of its store, the operator of its station. */
export async function makePeople(
  db: Db,
  { merchant, store, station }: DemoVillage,
  secret: string,
  luck: Chance,
): Promise<DemoSignIns> {
  const village = merchant.villageCode
  const posts = [
    { username: 'province', what: '江苏省', divisionCode: '320000000000' },
    { username: 'city', what: '设区市', divisionCode: cityCodeOf(village) },
    { username: 'county', what: '县（市、区）', divisionCode: countyCodeOf(village) },
    { username: 'township', what: '乡镇（街道）', divisionCode: townshipCodeOf(village) },
    { username: 'village', what: '村', divisionCode: village },
  ]
  const born = Date.UTC(2025, 0, 1)
  const [owner, operator] = [phoneOf(1), phoneOf(2)]
  await importPeople(
    db,
    [
      ...posts.map(({ username, what, divisionCode }) => ({
        id: luck.id(born),
        name: `${what}示例工作人员`,
        username,
        password: demoPassword,
        totpSecret: `demo-secret-of-${username}-0123456789`,
        duties: [
          { role: 'officer' as const, divisionCode },
          { role: 'admin' as const, divisionCode },
        ],
        isSample: true,
      })),
      {
        id: luck.id(born),
        name: merchant.contactName,
        phone: owner,
        duties: [
          { role: 'merchant_owner' as const, merchantId: merchant.id },
          { role: 'store_owner' as const, storeId: store.id },
        ],
        isSample: true,
      },
      {
        id: luck.id(born),
        name: '示例站点信息员',
        phone: operator,
        duties: [{ role: 'station_operator' as const, divisionCode: station.divisionCode }],
        isSample: true,
      },
    ],
    secret,
  )
  return { officers: posts, owner, operator }
}
