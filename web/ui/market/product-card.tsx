import type { JSX } from 'preact'
import { Named } from '../named.tsx'
import type { Say } from '../say.ts'
import { Badge, type BadgeTone, SampleMark } from './badge.tsx'
import { Picture, type PictureProps } from './picture.tsx'
import { Price } from './price.tsx'

/** What a card shows of a product. */
export interface CardProduct {
  readonly href: string
  readonly name: string
  /** Village and county, as said on the page. */
  readonly place: string
  readonly price: { readonly fen: number; readonly unit: string }
  readonly picture: Omit<PictureProps, 'name' | 'label'>
  /** One mark at most. */
  readonly mark?: { readonly label: string; readonly tone?: BadgeTone }
  readonly inStock: boolean
  readonly isSample: boolean
}

export interface ProductCardProps {
  readonly product: CardProduct
  readonly t: Say
  /** The heading level that fits the page around it. */
  readonly heading?: 'h2' | 'h3' | 'h4'
}

/** A product on a shelf: picture, name, place, price, one mark. The whole card is one link. */
export function ProductCard({ product, t, heading: Heading = 'h3' }: ProductCardProps): JSX.Element {
  const mark = product.inStock ? product.mark : { label: t('ui.sold_out'), tone: 'plain' as const }
  return (
    <article class={`product-card${product.inStock ? '' : ' is-sold-out'}`}>
      <div class="product-card-picture">
        <Picture {...product.picture} name={product.name} />
        {mark && (
          <span class="product-card-mark">
            <Badge tone={mark.tone}>{mark.label}</Badge>
          </span>
        )}
      </div>
      <Heading class="product-card-name">
        <a href={product.href}>
          <Named words={product.name} />
        </a>
      </Heading>
      <p class="product-card-place">{product.place}</p>
      <p class="product-card-foot">
        <Price fen={product.price.fen} unit={product.price.unit} />
        {product.isSample && <SampleMark t={t} />}
      </p>
    </article>
  )
}
