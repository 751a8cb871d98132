/**
 * An address to come back to, if it lies inside this site: `//elsewhere` is another one, and so is `/\t/elsewhere`, since
 * browsers drop tabs and line breaks before they read an address.
 */
export function insideOnly(next: string | undefined): string | undefined {
  return next && /^\/(?![/\\])[!-~]*$/.test(next) ? next : undefined
}
