import type { Routes } from '../../server/kernel/http.ts'
import { drawErrors } from '../../server/kernel/http-errors.ts'
import { accountPages } from './account-routes.tsx'
import { afterSalePages } from './after-sale-routes.tsx'
import { basketPages } from './basket-routes.tsx'
import { browsePages } from './browse-routes.tsx'
import { checkoutPages } from './checkout-routes.tsx'
import { fixedPages } from './fixed-routes.ts'
import { orderPages } from './order-routes.tsx'
import { FailedPage } from './pages/failed.tsx'
import { placePages } from './place-routes.tsx'
import { drawPage } from './send-page.ts'
import { sitemapPages } from './sitemap-routes.ts'

const parts = [
  browsePages,
  placePages,
  basketPages,
  checkoutPages,
  orderPages,
  afterSalePages,
  accountPages,
  fixedPages,
  sitemapPages,
] as const satisfies readonly Routes[]

/** The storefront: every page as plain HTML from the server. */
export const marketPages: Routes = async (app) => {
  drawErrors(app, (request, status, { error }) =>
    request.actor ? drawPage(<FailedPage request={request} status={status} error={error} />) : undefined,
  )
  for (const part of parts) await app.register(part)
}
