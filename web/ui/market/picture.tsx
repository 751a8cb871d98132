import type { JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { langOf, Reader } from '../named.tsx'
import { formFor } from '../picture/choose-form.ts'
import { drawPicture } from '../picture/draw.ts'
import { Drawing } from './drawing.tsx'

/** A photograph in several sizes. */
export interface Photo {
  readonly src: string
  readonly sources?: readonly { readonly type: string; readonly srcset: string }[]
  readonly width: number
  readonly height: number
}

export interface PictureProps {
  /** The category's form and the product's name choose the drawing. */
  readonly form: string
  readonly name: string
  /** The product's own code: no two products share a drawing. */
  readonly code: string
  readonly photo?: Photo
  /** Where the drawing can be fetched instead of being written into the page. */
  readonly src?: string
  /** Words for readers who cannot see it; leave empty where the name stands beside it. */
  readonly label?: string
  readonly sizes?: string
  /** True for what is seen first: fetched at once, the rest when scrolled to. */
  readonly first?: boolean
}

/** A product's photograph, or until there is one its drawing; the box is square before anything has loaded. */
export function Picture({ form, name, code, photo, src, label, sizes, first }: PictureProps): JSX.Element {
  const lang = langOf(label ?? '', useContext(Reader))
  const urgency = first ? ({ fetchpriority: 'high' } as const) : ({ loading: 'lazy', decoding: 'async' } as const)
  if (photo)
    return (
      <picture class="picture">
        {photo.sources?.map((source) => (
          <source key={source.type} type={source.type} srcset={source.srcset} sizes={sizes} />
        ))}
        <img src={photo.src} alt={label ?? ''} lang={lang} width={photo.width} height={photo.height} {...urgency} />
      </picture>
    )
  if (src)
    return (
      <span class="picture">
        <img src={src} alt={label ?? ''} lang={lang} width={400} height={400} {...urgency} />
      </span>
    )
  const svg = drawPicture({ form: formFor(form, name), code, label })
  return <Drawing class="picture" svg={svg} />
}
