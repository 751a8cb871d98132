import './change-seals.ts'

export { addCertification, verifyCertification } from './add-certification.ts'
export { categories, importCategories, requireCategory } from './categories.ts'
export { changeProduct } from './change-product.ts'
export { checks } from './checks.ts'
export { createProduct } from './create-product.ts'
export { productChanged, signaturePublished, signatureWithdrawn } from './events.ts'
export { isGtin, makeGtin } from './gtin.ts'
export { type ImportedProduct, importProducts } from './import-products.ts'
export { type ImportedSignature, importSignatureProducts } from './import-signatures.ts'
export { publishProduct, withdrawProduct } from './publish-product.ts'
export {
  certificationsNewIn,
  productIdsOf,
  productsById,
  productsOf,
  productsOnline,
  requireProduct,
  type SkuFacts,
  skusById,
} from './read-products.ts'
export { publishedIn, signatureOf, signaturesIn } from './read-signatures.ts'
export { reviewSignatureProduct, withdrawSignatureProduct } from './review-signature-product.ts'
export { routes } from './routes.ts'
export type { Category, Certification, Product, SignatureProduct, Sku } from './shapes.ts'
export { submitSignatureProduct } from './submit-signature-product.ts'
