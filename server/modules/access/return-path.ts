/**
 * Where to go after signing in: the path asked for when it is one of ours, else the front page.
 * Only what every reading of an address keeps on this site is accepted, so that a link to the
 * sign-in page can never lead elsewhere.
 */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > 500) return '/'
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/'
  const here = 'http://here.invalid'
  if (!URL.canParse(wanted, here)) return '/'
  const { origin, pathname, search, hash } = new URL(wanted, here)
  if (origin !== here || /^\/(\/|%2f|%5c)/i.test(pathname)) return '/'
  return pathname + search + hash
}
