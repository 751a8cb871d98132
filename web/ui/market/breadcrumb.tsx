import type { JSX } from 'preact'
import { Named } from '../named.tsx'

export interface Crumb {
  readonly label: string
  /** Left out for where the reader is now, and for steps that have no page. */
  readonly href?: string
}

/** The path to here: province › city › county › township › village. */
export function Breadcrumb({ crumbs, label }: { crumbs: readonly Crumb[]; label: string }): JSX.Element {
  return (
    <nav class="breadcrumb" aria-label={label}>
      <ol>
        {crumbs.map((crumb, i) => (
          <li key={crumb.href ?? i}>
            {crumb.href ? (
              <a href={crumb.href}>
                <Named words={crumb.label} />
              </a>
            ) : (
              <span aria-current={i === crumbs.length - 1 ? 'page' : undefined}>
                <Named words={crumb.label} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
