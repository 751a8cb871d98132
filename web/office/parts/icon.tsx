// Drawn on a 24-unit sheet with one pen, so they sit together and beside text.
const drawings = {
  next: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  up: 'M12 20V5M6 11l6-6 6 6',
  down: 'M12 4v15M6 13l6 6 6-6',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v6M12 7.500v.1',
  filter: 'M3 5h18l-7 8v6l-4 2v-8L3 5Z',
  columns: 'M4 4h16v16H4zM9.5 4v16M15 4v16',
  download: 'M12 3.500v12M6.5 10.500l5.5 5.5 5.5-5.500M4 20.500h16',
  orders: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  check: 'M4 12.500l5 5L20 6.5',
  cross: 'M6 6l12 12M18 6 6 18',
  warn: 'M12 3.5 22 20.500H2zM12 10v5M12 17.800v.1',
  person: 'M12 12a4.2 4.2 0 1 0 0-8.4 4.2 4.2 0 0 0 0 8.400ZM4 21c.5-4.5 3.5-6.5 8-6.500s7.5 2 8 6.5',
  copy: 'M8 8h12v12H8zM16 8V4H4v12h4',
} as const

export type IconName = keyof typeof drawings

/** A small drawing beside words; silent for those who listen, since the words are there. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
      <path
        d={drawings[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
