import type { JSX } from 'preact'
import type { Say } from '../say.ts'
import { type CardProduct, ProductCard } from './product-card.tsx'

export interface ProductGridProps {
  readonly products: readonly CardProduct[]
  readonly t: Say
  readonly heading?: 'h2' | 'h3' | 'h4'
  /** A strip moves sideways on a phone and is one row on a desk; a grid flows down. */
  readonly as?: 'grid' | 'strip'
  readonly label?: string
}

/** Products side by side; where there are too few for a row they lie on their sides, so that nothing stands empty. */
export function ProductGrid({ products, t, heading, as = 'grid', label }: ProductGridProps): JSX.Element {
  const look = products.length < 4 ? 'product-few' : as === 'strip' ? 'strip product-strip' : 'product-grid'
  return (
    <ul class={look} aria-label={label}>
      {products.map((product, i) => (
        <li key={product.href}>
          <ProductCard
            product={i < 4 ? { ...product, picture: { ...product.picture, first: true } } : product}
            t={t}
            heading={heading}
          />
        </li>
      ))}
    </ul>
  )
}
