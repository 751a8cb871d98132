import type { ComponentChildren, JSX } from 'preact'
import { Icon, type IconName } from '../icons.tsx'
import type { Say } from '../say.ts'

export interface NavLink {
  readonly href: string
  readonly label: string
  readonly icon: IconName
  readonly current?: boolean
  /** How many things wait there. */
  readonly count?: number
}

export interface MastheadProps {
  readonly name: string
  readonly home: string
  readonly search?: ComponentChildren
  readonly links: readonly NavLink[]
  readonly label: string
  /** Language and large type, as links. */
  readonly switches?: readonly { readonly href: string; readonly label: string; readonly lang?: string }[]
  readonly t: Say
}

function NavLinks({ links }: { links: readonly NavLink[] }) {
  return (
    <ul>
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href} aria-current={link.current ? 'page' : undefined}>
            <Icon name={link.icon} />
            <span>{link.label}</span>
            {link.count ? <span class="nav-count tabular">{link.count}</span> : null}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The top of every market page. On a phone its links lie at the bottom, under the thumb. */
export function Masthead({ name, home, search, links, label, switches = [], t }: MastheadProps): JSX.Element {
  return (
    <header class="masthead">
      <a class="skip" href="#content">
        {t('ui.skip_to_content')}
      </a>
      <div class="masthead-inner">
        <a class="masthead-name" href={home}>
          <svg viewBox="0 0 40 40" width="34" height="34" aria-hidden="true" class="seal-mark">
            <path class="seal-ground" d="M2 3l18-1 18 2-1 17 1 17-19-1-17 1 1-18z" />
            <path class="seal-line" d="M7 20q13-3 26 0" />
          </svg>
          <span>{name}</span>
        </a>
        {search}
        {switches.length > 0 && (
          <p class="masthead-switches small">
            {switches.map((link) => (
              <a key={link.href} href={link.href} lang={link.lang} hreflang={link.lang}>
                {link.label}
              </a>
            ))}
          </p>
        )}
        <nav class="masthead-nav" aria-label={label}>
          <NavLinks links={links} />
        </nav>
      </div>
    </header>
  )
}

/** A titled part of a page, with a way to see more of it. */
export function Section(props: {
  id: string
  title: string
  lead?: string
  more?: { href: string; label: string } | undefined
  children: ComponentChildren
}): JSX.Element {
  return (
    <section class="section" aria-labelledby={props.id}>
      <div class="section-head">
        <h2 id={props.id}>{props.title}</h2>
        {props.lead && <p class="soft">{props.lead}</p>}
        {props.more && (
          <a class="section-more" href={props.more.href}>
            {props.more.label} <Icon name="next" />
          </a>
        )}
      </div>
      {props.children}
    </section>
  )
}

/** Holds the one button that matters at the thumb; on a desk it lies in the flow. */
export function ThumbBar({ children }: { children: ComponentChildren }): JSX.Element {
  return <div class="thumb-bar">{children}</div>
}

/** The foot of every market page. */
export function Foot({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <footer class="foot">
      <div class="foot-inner">{children}</div>
    </footer>
  )
}
