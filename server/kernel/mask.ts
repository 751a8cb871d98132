/** 13812341234 → 138****1234: enough for the owner to know it, too little for a stranger. */
export function maskPhone(phone: string): string {
  return phone.length < 7 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** 王小明 → 王**: the surname stays. */
export function maskName(name: string): string {
  return name ? `${[...name][0]}${'*'.repeat(Math.min(2, Math.max(1, [...name].length - 1)))}` : ''
}
