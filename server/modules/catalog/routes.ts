import Type from 'typebox'
import { holdsDuty, requireDuty } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/errors.ts'
import { keyOf, type Routes } from '../../kernel/http.ts'
import { once } from '../../kernel/once.ts'
import { addCertification, verifyCertification } from './add-certification.ts'
import { categories } from './categories.ts'
import { changeProduct } from './change-product.ts'
import { createProduct } from './create-product.ts'
import { maySeeProduct } from './product-keepers.ts'
import { publishProduct, withdrawProduct } from './publish-product.ts'
import { productsOf, requireProduct } from './read-products.ts'
import { requireSignature, signaturesIn } from './read-signatures.ts'
import { reviewSignatureProduct, withdrawSignatureProduct } from './review-signature-product.ts'
import {
  AddCertification,
  Category,
  Certification,
  ChangeProduct,
  CreateProduct,
  IdParams,
  ListProducts,
  ListSignatures,
  Product,
  ProductPage,
  ReviewSignature,
  SignaturePage,
  SignatureProduct,
  SubmitSignature,
  VerifyCertification,
  WithdrawProduct,
  WithdrawSignature,
} from './shapes.ts'
import { submitSignatureProduct } from './submit-signature-product.ts'

const tags = ['catalog']
const keepers = ['merchant_owner', 'station_operator'] as const
const readers = ['officer', 'auditor', 'station_operator'] as const

export const routes: Routes = async (app) => {
  app.get(
    '/api/categories',
    {
      config: { who: 'anyone' },
      schema: { tags, summary: 'The categories with their seasons', response: { 200: Type.Array(Category) } },
    },
    () => categories(app.db),
  )
  await app.register(productRoutes)
  await app.register(signatureRoutes)
}

const productRoutes: Routes = async (app) => {
  app.post(
    '/api/products',
    {
      config: { who: keepers, face: 'market', keyed: true },
      schema: {
        tags,
        summary: 'Put in a product; a repeat with the same key is the same product',
        body: CreateProduct,
        response: { 201: Product },
      },
    },
    async (request, reply) => {
      const { actor, body } = request
      const key = { key: keyOf(request), actor, request: body }
      return reply.code(201).send(await once(app.db, key, (tx) => createProduct(tx, actor, body)))
    },
  )
  app.get(
    '/api/products',
    {
      config: { who: [...keepers, ...readers] },
      schema: {
        tags,
        summary: 'Products of a merchant or inside a division',
        querystring: ListProducts,
        response: { 200: ProductPage },
      },
    },
    async (request) => {
      const { merchant: merchantId, division: divisionCode, ...page } = request.query
      // The owner sees all of their merchant; a division duty covers only what grows in that division.
      if (merchantId && holdsDuty(request.actor, 'merchant_owner', { merchantId })) {
        return productsOf(app.db, { merchantId, divisionCode }, page)
      }
      requireDuty(request.actor, readers, { divisionCode })
      return productsOf(app.db, { merchantId, divisionCode }, page)
    },
  )
  app.get(
    '/api/products/:id',
    {
      config: { who: [...keepers, ...readers] },
      schema: { tags, summary: 'One product, on sale or not', params: IdParams, response: { 200: Product } },
    },
    async (request) => {
      const product = await requireProduct(app.db, request.params.id)
      if (!maySeeProduct(request.actor, product)) throw notFound({ what: 'product' })
      return product
    },
  )
  app.put(
    '/api/products/:id',
    {
      config: { who: keepers, face: 'market' },
      schema: {
        tags,
        summary: 'Change a product; refused when someone else changed it meanwhile',
        params: IdParams,
        body: ChangeProduct,
        response: { 200: Product },
      },
    },
    (request) => app.transact((tx) => changeProduct(tx, request.actor, request.params.id, request.body)),
  )
  app.post(
    '/api/products/:id/publish',
    {
      config: { who: ['merchant_owner'], face: 'market' },
      schema: { tags, summary: 'Put a product on sale', params: IdParams, response: { 200: Product } },
    },
    (request) => app.transact((tx) => publishProduct(tx, request.actor, request.params.id)),
  )
  app.post(
    '/api/products/:id/withdraw',
    {
      config: { who: ['merchant_owner', 'officer'] },
      schema: {
        tags,
        summary: 'Take a product off sale; an officer gives a reason',
        params: IdParams,
        body: WithdrawProduct,
        response: { 200: Product },
      },
    },
    (request) => app.transact((tx) => withdrawProduct(tx, request.actor, request.params.id, request.body.reason)),
  )
  app.post(
    '/api/products/:id/certifications',
    {
      config: { who: keepers, face: 'market' },
      schema: {
        tags,
        summary: 'Add a certificate',
        params: IdParams,
        body: AddCertification,
        response: { 201: Certification },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await app.transact((tx) => addCertification(tx, request.actor, request.params.id, request.body))),
  )
  app.post(
    '/api/certifications/:id/verify',
    {
      config: { who: ['officer'], face: 'office' },
      schema: {
        tags,
        summary: 'Say what the public register holds of a certificate',
        params: IdParams,
        body: VerifyCertification,
        response: { 200: Certification },
      },
    },
    (request) => app.transact((tx) => verifyCertification(tx, request.actor, request.params.id, request.body.status)),
  )
}

const signatureRoutes: Routes = async (app) => {
  app.post(
    '/api/signature-products',
    {
      config: { who: ['officer'], face: 'office' },
      schema: {
        tags,
        summary: 'A village registers the product it wants to be known for',
        body: SubmitSignature,
        response: { 201: SignatureProduct },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await app.transact((tx) => submitSignatureProduct(tx, request.actor, request.body))),
  )
  app.get(
    '/api/signature-products',
    {
      config: { who: ['officer', 'auditor'], face: 'office' },
      schema: {
        tags,
        summary: 'Signature products inside a division',
        querystring: ListSignatures,
        response: { 200: SignaturePage },
      },
    },
    async (request) => {
      const { division, ...page } = request.query
      requireDuty(request.actor, ['officer', 'auditor'], { divisionCode: division })
      return signaturesIn(app.db, division, page)
    },
  )
  app.get(
    '/api/signature-products/:id',
    {
      config: { who: ['officer', 'auditor'], face: 'office' },
      schema: { tags, summary: 'One signature product', params: IdParams, response: { 200: SignatureProduct } },
    },
    async (request) => {
      const signature = await requireSignature(app.db, request.params.id)
      requireDuty(request.actor, ['officer', 'auditor'], { divisionCode: signature.villageCode })
      return signature
    },
  )
  app.post(
    '/api/signature-products/:id/review',
    {
      config: { who: ['officer'], face: 'office' },
      schema: {
        tags,
        summary: 'The township passes it on, the county confirms it, either returns it with a reason',
        params: IdParams,
        body: ReviewSignature,
        response: { 200: SignatureProduct },
      },
    },
    (request) => app.transact((tx) => reviewSignatureProduct(tx, request.actor, request.params.id, request.body)),
  )
  app.post(
    '/api/signature-products/:id/withdraw',
    {
      config: { who: ['officer'], face: 'office' },
      schema: {
        tags,
        summary: 'The county takes the confirmation back, with a reason',
        params: IdParams,
        body: WithdrawSignature,
        response: { 200: SignatureProduct },
      },
    },
    (request) =>
      app.transact((tx) => withdrawSignatureProduct(tx, request.actor, request.params.id, request.body.reason)),
  )
}
