/** Every address a page links to, in one place. */
export const paths = {
  home: () => '/',
  search: (query: Record<string, string | number | undefined> = {}) => withQuery('/search', query),
  product: (productId: string) => `/products/${productId}`,
  village: (code: string) => `/villages/${code}`,
  county: (code: string) => `/counties/${code}`,
  counties: () => '/counties',
  map: () => '/map',
  store: (storeId: string) => `/stores/${storeId}`,
  basket: () => '/basket',
  checkout: (storeId: string) => `/checkout/${storeId}`,
  orders: () => '/orders',
  findOrder: () => '/orders/find',
  order: (storeId: string, orderId: string) => `/orders/${storeId}/${orderId}`,
  afterSale: (storeId: string, orderId: string) => `/orders/${storeId}/${orderId}/after-sale`,
  trace: (gtin: string, lotNumber: string) => `/01/${gtin}/10/${encodeURIComponent(lotNumber)}`,
  signIn: (next?: string) => withQuery('/sign-in', { next }),
  account: () => '/account',
  erased: () => '/account/erased',
  rules: () => '/rules',
  privacy: () => '/privacy',
  workbench: () => '/workbench',
  picture: (form: string, code: string) => `/pictures/${form}/${code}.svg`,
  /** The same drawing as PNG, for those who show no SVG: cards of shared links. */
  sharePicture: (productId: string) => `/pictures/products/${productId}.png`,
  photo: (photoId: string, size: 320 | 800 | 1600, ext: 'avif' | 'webp') => `/api/photos/${photoId}/${size}.${ext}`,
  language: (to: 'zh' | 'en', next: string) => withQuery('/language', { to, next }),
  type: (to: 'large' | 'usual', next: string) => withQuery('/type', { to, next }),
}

function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const text = new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString()
  return text ? `${path}?${text}` : path
}
