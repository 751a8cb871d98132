import type { JSX } from 'preact'

/** Sets one of our own drawings into the page. Its only outside text, the label, is escaped where it is drawn. */
export function Drawing({ svg, class: className }: { svg: string; class: string }): JSX.Element {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawing comes from web/ui/picture, never from a reader.
  return <span class={className} dangerouslySetInnerHTML={{ __html: svg }} />
}
