export interface Typing {
  /** How many digits may stand before the point. */
  most: number
  /** How many may stand after it; 0 means there is no point. */
  decimals?: number
  /** Leading zeros count, as in codes and telephone numbers. */
  code?: boolean
}

/** What a field holds after one key of the pad: a digit, a point, or `back`. Keys that make no sense do nothing. */
export function typed(value: string, key: string, { most, decimals = 0, code = false }: Typing): string {
  if (key === 'back') return value.slice(0, -1)
  if (key === '.') return decimals > 0 && !value.includes('.') ? `${value || '0'}.` : value
  const [whole = '', rest] = value.split('.')
  if (rest !== undefined) return rest.length < decimals ? value + key : value
  if (!code && value === '0') return key
  return whole.length < most ? value + key : value
}

/** What a keyboard may leave in the field: the same rules for what was typed or pasted. */
export function tidied(text: string, typing: Typing): string {
  const halfWidth = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[。．]/g, '.')
  return [...halfWidth].filter((key) => /[0-9.]/.test(key)).reduce((value, key) => typed(value, key, typing), '')
}
