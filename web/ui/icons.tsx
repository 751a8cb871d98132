import type { JSX } from 'preact'

// Drawn on a 24-unit sheet with one pen, so they sit together and beside text.
const drawings = {
  search: 'M10.5 17a6.5 6.5 0 1 1 0-13 6.5 6.5 0 0 1 0 13ZM15.3 15.3 21 21',
  basket: 'M3 9h18l-2 10.5H5L3 9ZM8 9l3-5.5M16 9l-3-5.5M9 13v3M12 13v3M15 13v3',
  village: 'M2 20h20M4 20v-8l4.5-4 4.5 4v8M13 20v-6h7v6M13 14l3.5-3 3.5 3M7 20v-4h3v4M18 5a2 2 0 1 0 0 .1',
  store: 'M4 10v10h16V10M3 10l2-6h14l2 6M3 10a3 3 0 0 0 6 0 3 3 0 0 0 6 0 3 3 0 0 0 6 0M9.5 20v-5h5v5',
  truck: 'M2 6h12v11H2zM14 10h4l4 4v3h-8zM6 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM17.5 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  seal: 'M12 3l2.2 1.8 2.8-.3.8 2.7 2.4 1.5-1 2.6 1 2.6-2.4 1.5-.8 2.7-2.8-.3L12 19.6l-2.2-1.8-2.8.3-.8-2.7-2.4-1.5 1-2.6-1-2.6 2.4-1.5.8-2.7 2.8.3zM9 11.5l2.2 2.2 4-4.2',
  trace: 'M5 5a2 2 0 1 0 0 .1M19 19a2 2 0 1 0 0 .1M12 12a2 2 0 1 0 0 .1M6.5 6.5l4 4M13.5 13.5l4 4M15 5h4v4M9 19H5v-4',
  phone: 'M6 3h3.5l1.5 5-2.2 1.6a12 12 0 0 0 5.6 5.6L16 13l5 1.5V18a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3Z',
  camera: 'M3 8h4l2-3h6l2 3h4v11H3zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z',
  person: 'M12 12a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.4ZM4 21c.5-4.5 3.5-6.5 8-6.5s7.5 2 8 6.5',
  map: 'M3 6l6-2.5 6 2.5 6-2.5V18l-6 2.5L9 18l-6 2.5zM9 3.5V18M15 6v14.5',
  pin: 'M12 21.5c4.5-5 7-8.5 7-11.5a7 7 0 0 0-14 0c0 3 2.5 6.5 7 11.5ZM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  back: 'M20 12H5M11 5l-7 7 7 7',
  next: 'M4 12h15M13 5l7 7-7 7',
  check: 'M4 12.5l5 5L20 6.5',
  warn: 'M12 3.5 22 20.5H2zM12 10v5M12 17.8v.1',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v6M12 7.5v.1',
  offline:
    'M3 3l18 18M4 9.5a12 12 0 0 1 4-2.6M12 5.8c3 0 6 1.3 8.2 3.5M7.5 13.5a6.5 6.5 0 0 1 3-1.7M14.5 12.5c.7.3 1.4.7 2 1.2M12 18v.1',
  print: 'M7 8V3.5h10V8M7 17H3.5V8h17v9H17M7 14h10v6.5H7zM17 11v.1',
  download: 'M12 3.5v12M6.5 10.5l5.5 5.5 5.5-5.5M4 20.5h16',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.5l3.5 2',
  leaf: 'M5 20c0-9 5-15 15-16 0 10-5 15-12 14M5 20c2-5 5-8 9-10',
  close: 'M5 5l14 14M19 5 5 19',
  plus: 'M12 4v16M4 12h16',
  minus: 'M4 12h16',
  speak: 'M4 9.5v5h4l5 4.5V5L8 9.5zM16.5 9a4.5 4.5 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11',
  erase: 'M8.5 5H21v14H8.5L2.5 12zM11.5 9l6 6M17.5 9l-6 6',
  bell: 'M6 17v-6a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4',
  coins:
    'M12 10.5c4.4 0 8-1.5 8-3.3S16.4 4 12 4 4 5.4 4 7.2s3.6 3.3 8 3.3ZM4 7.2v9.5C4 18.5 7.6 20 12 20s8-1.5 8-3.3V7.2M4 12c0 1.8 3.6 3.3 8 3.3s8-1.5 8-3.3',
} as const

/** The icons there are. */
export type IconName = keyof typeof drawings
export const iconNames = Object.keys(drawings) as readonly IconName[]

/** A small drawing beside words; with a label it speaks for itself, without one it is silent. */
export function Icon({ name, label }: { name: IconName; label?: string }): JSX.Element {
  const line = <path d={drawings[name]} />
  if (!label)
    return (
      <svg class="icon" viewBox="0 0 24 24" width="20" height="20" focusable="false" aria-hidden="true">
        {line}
      </svg>
    )
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" focusable="false" role="img" aria-label={label}>
      <title>{label}</title>
      {line}
    </svg>
  )
}
