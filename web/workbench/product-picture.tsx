import { paths } from '../paths.ts'
import type { Product } from './api.ts'

/** A product's photo, or until there is one its drawing. */
export function ProductPicture({ product, large = false }: { product: Product; large?: boolean }) {
  const [photo] = product.photos
  const drawing = `${paths.picture(product.category.form, product.id)}?n=${encodeURIComponent(product.name)}`
  return (
    <img
      class={large ? 'picture-large' : 'picture-small'}
      src={photo ? paths.photo(photo, large ? 800 : 320, 'webp') : drawing}
      alt=""
      width={400}
      height={400}
      loading="lazy"
    />
  )
}
