import { useState } from 'preact/hooks'
import { yuan } from '../../server/kernel/yuan.ts'
import { paths } from '../paths.ts'
import { ask, type Product } from './api.ts'
import { type Loaded, useLoaded } from './keep.ts'
import { Done, SampleMark, Screen, Trouble, Waiting } from './parts.tsx'
import { ProductPicture } from './product-picture.tsx'
import { langOf, sayCount, t } from './say.ts'
import { publish } from './send-draft.ts'

interface Stock {
  skuId: string
  left: number
}

/** One product as buyers will see it: on sale, or not. */
export function ProductScreen({ productId }: { productId: string }) {
  const product = useLoaded(
    () => ask<Product>('GET', `/api/products/${productId}`),
    [productId],
    `product:${productId}`,
  )
  const stock = useLoaded(() => ask<Stock[]>('GET', `/api/stock?product=${productId}`), [productId])
  const shown = product.value
  return (
    <Screen title={t(shown?.state === 'published' ? 'workbench.on_sale' : 'workbench.put_up_question')}>
      {!shown && product.error === undefined && <Waiting />}
      {shown && (
        <section class="card">
          <ProductPicture product={shown} large />
          <h2 class="serif" lang={langOf(shown.name)}>
            {shown.name}
          </h2>
          <SampleMark shown={shown.isSample} />
          <ul class="lines">
            {shown.skus.map((sku) => (
              <li key={sku.id}>
                <span>
                  <span lang={langOf(sku.label)}>{sku.label}</span>
                  <br />
                  <span class="soft">
                    {t('workbench.left', {
                      count: sayCount(stock.value?.find(({ skuId }) => skuId === sku.id)?.left ?? 0),
                    })}
                  </span>
                </span>
                <strong class="price">{yuan(sku.price)}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
      {shown && <Decide product={shown} loaded={product} />}
      <Trouble error={product.error} again={product.again} />
    </Screen>
  )
}

function Decide({ product, loaded }: { product: Product; loaded: Loaded<Product> }) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  const attempt = (work: () => Promise<unknown>) => async () => {
    setBusy(true)
    setTrouble(undefined)
    await work().then(loaded.again, setTrouble)
    setBusy(false)
  }
  const withdraw = attempt(() => ask('POST', `/api/products/${product.id}/withdraw`, {}))
  const published = product.state === 'published'
  return (
    <>
      {published && <Done title={t('workbench.on_sale_now')} />}
      {product.state === 'withdrawn' && <p class="lead">{t('workbench.not_on_sale')}</p>}
      <Trouble error={trouble} />
      {published ? (
        <a class="button wide" href={paths.product(product.id)}>
          {t('workbench.see_in_shop')}
        </a>
      ) : (
        <button
          class="button button-main wide"
          type="button"
          disabled={busy}
          onClick={attempt(() => publish(product.id))}
        >
          {t('workbench.put_up')}
        </button>
      )}
      {(published || product.state === 'awaitingStore') && (
        <button class="button wide" type="button" disabled={busy} onClick={withdraw}>
          {t(published ? 'workbench.take_down' : 'workbench.do_not_sell')}
        </button>
      )}
    </>
  )
}
