import { type Db, row, rows } from '../../kernel/db.ts'
import { decodeCursor, type Page, pageOf } from '../../kernel/pages.ts'
import { rangeOf } from '../divisions/index.ts'
import { unknownSignature } from './refusals.ts'
import type { SignatureState } from './rules.ts'
import type { SignatureProduct } from './shapes.ts'

export const signatureColumns = `id, village_code, category_code, name, story, state, return_reason, submitted_by, submitted_at,
  published_at, is_sample`

/** One proposal of a signature product, whatever became of it. */
export async function requireSignature(on: Db, id: string): Promise<SignatureProduct> {
  const found = await row<SignatureProduct>(
    on,
    `select ${signatureColumns} from catalog.signature_product where id = $1`,
    [id],
  )
  if (!found) throw unknownSignature()
  return found
}

/** What the village is known for: its signature product as the county confirmed it, if there is one. */
export async function signatureOf(on: Db, villageCode: string): Promise<SignatureProduct | undefined> {
  return row(
    on,
    `select ${signatureColumns} from catalog.signature_product where village_code = $1 and state = 'published'`,
    [villageCode],
  )
}

/** The proposals inside a division, newest first, a page at a time. */
export async function signaturesIn(
  on: Db,
  divisionCode: string,
  { state, cursor, limit = 20 }: { state?: SignatureState; cursor?: string; limit?: number } = {},
): Promise<Page<SignatureProduct>> {
  const { from, to } = rangeOf(divisionCode)
  const [before] = cursor ? decodeCursor(cursor, 'string') : [null]
  const found = await rows<SignatureProduct>(
    on,
    `select ${signatureColumns} from catalog.signature_product
     where village_code >= $1 and village_code < $2 and ($3::text is null or state = $3) and ($4::uuid is null or id < $4)
     order by id desc limit $5`,
    [from, to, state ?? null, before, limit + 1],
  )
  return pageOf(found, limit, (signature) => [signature.id])
}

/** Which of these villages have a confirmed signature product. */
export async function publishedIn(on: Db, villageCodes: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ villageCode: string }>(
    on,
    `select village_code from catalog.signature_product where village_code = any($1) and state = 'published'`,
    [villageCodes],
  )
  return new Set(found.map(({ villageCode }) => villageCode))
}
