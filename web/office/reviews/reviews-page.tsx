import { NavLink, useParams } from 'react-router'
import { useMe } from '../app/me.tsx'
import { NotFound } from '../app/not-found.tsx'
import { useSay } from '../app/settings.tsx'
import { type ReviewKind, reviewsPath } from '../paths.ts'
import { MerchantReviews } from './merchant-reviews.tsx'
import { SignatureReviews } from './signature-reviews.tsx'
import { StoreReviews } from './store-reviews.tsx'
import { villageOf } from './village.ts'

const lists = {
  'signature-products': SignatureReviews,
  stores: StoreReviews,
  merchants: MerchantReviews,
} as const satisfies Record<ReviewKind, unknown>

/** What waits for a decision: confirm it, or return it with a reason. A village registers here and sees what became of it. */
export function Component() {
  const say = useSay()
  const { kind = '' } = useParams()
  const registers = villageOf(useMe()) !== undefined
  if (!(kind in lists)) return <NotFound />
  const List = lists[kind as ReviewKind]
  return (
    <>
      <div className="page-head">
        <h1>{say(registers ? 'office.register_title' : 'office.reviews_title')}</h1>
        <nav aria-label={say('office.review_kinds')}>
          <ul className="tabs">
            {(Object.keys(lists) as ReviewKind[]).map((each) => (
              <li key={each}>
                <NavLink to={reviewsPath(each)}>{say(`office.review_${each}`)}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <p className="soft lead">{say(registers ? 'office.register_lead' : 'office.reviews_lead')}</p>
      <List />
    </>
  )
}
