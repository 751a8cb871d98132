import type { JSX } from 'preact'

/** Whole fen as people write it: 128000 → ¥1,280.00. */
export function formatFen(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100).toString()
  const rest = (Math.abs(fen) % 100).toString().padStart(2, '0')
  return `${fen < 0 ? '−' : ''}¥${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`
}

export interface PriceProps {
  readonly fen: number
  /** 斤, 盒, 500 克… */
  readonly unit?: string
  readonly size?: 'small' | 'card' | 'large'
  /** What it cost before, struck through and read aloud with this label. */
  readonly before?: { readonly fen: number; readonly label: string }
}

/** A price with its unit, in figures that stand in columns. */
export function Price({ fen, unit, size = 'card', before }: PriceProps): JSX.Element {
  const [yuan, cents] = formatFen(fen).split('.')
  return (
    <span class={`price price-${size}`}>
      <span class="price-amount">
        {yuan}
        <span class="price-cents">.{cents}</span>
      </span>
      {unit && <span class="price-unit"> / {unit}</span>}
      {before && (
        <s class="price-before">
          <span class="only-read-aloud">{before.label}</span> {formatFen(before.fen)}
        </s>
      )}
    </span>
  )
}
