import type { Art } from './art/art.ts'
import { field } from './art/field.ts'
import { fruit } from './art/fruit.ts'
import { pantry } from './art/pantry.ts'
import { roots } from './art/roots.ts'
import { water } from './art/water.ts'
import { yard } from './art/yard.ts'

const arts = { ...fruit, ...water, ...field, ...roots, ...yard, ...pantry }

/** What a picture can show. */
export type PictureForm = keyof typeof arts
/** Every form there is, in a fixed order. */
export const pictureForms = Object.keys(arts) as readonly PictureForm[]

/** Whether a text names a form. */
export function isPictureForm(text: string): text is PictureForm {
  return Object.hasOwn(arts, text)
}

/** How a form is drawn. */
export function artOf(form: PictureForm): Art {
  return arts[form]
}
