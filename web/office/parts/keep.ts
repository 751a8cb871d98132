/** What this browser remembers under a name, if anything. A browser that keeps nothing still works. */
export function kept<Value>(name: string): Value | undefined {
  try {
    const text = localStorage.getItem(`office.${name}`)
    return text === null ? undefined : (JSON.parse(text) as Value)
  } catch {
    return undefined
  }
}

export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(`office.${name}`, JSON.stringify(value))
  } catch {
    // Full or forbidden: the choice holds until the page is closed.
  }
}
