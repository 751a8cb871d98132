import type { ComponentChildren } from 'preact'
import type { Language } from '../../../server/kernel/actor.ts'
import type { Db } from '../../../server/kernel/db.ts'
import { facesOf } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import { Named, Picture } from '../../ui/market/index.ts'
import { pictureOf } from './cards.ts'
import { goodsName } from './names.ts'

interface Goods {
  productId: string | null
  name: string
}

export type Pictures = ReadonlyMap<string, ReturnType<typeof pictureOf>>

/** The pictures of goods in a basket or an order, by product: those of the shelf, while they stand there. */
export async function picturesFor(db: Db, lines: readonly Goods[]): Promise<Pictures> {
  const faces = await facesOf(
    db,
    lines.flatMap(({ productId }) => productId ?? []),
  )
  return new Map(
    lines.flatMap(({ productId, name }) => {
      const face = productId ? (faces.get(productId) ?? { productId, name, form: '', cover: null }) : undefined
      return face ? [[face.productId, pictureOf(face)] as const] : []
    }),
  )
}

/** One line of goods: its picture, its name as the way back to it, and what the page says of it. */
export function LineOfGoods(props: {
  line: Goods & { nameEn: string }
  label: string
  language: Language
  pictures: Pictures
  children: ComponentChildren
}) {
  const { line, label, language, pictures } = props
  const name = <Named words={goodsName(line, language)} />
  const picture = pictures.get(line.productId ?? '')
  return (
    <li>
      {picture ? <Picture {...picture} /> : <span class="picture" />}
      <div class="line">
        <div class="line-name">
          <p class="serif">{line.productId ? <a href={paths.product(line.productId)}>{name}</a> : name}</p>
          <p class="soft small">
            <Named words={label} />
          </p>
        </div>
        {props.children}
      </div>
    </li>
  )
}
