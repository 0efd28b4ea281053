/** Signs in, and comes back to this place. */
export function signIn(): void {
  const here = `/regie/${globalThis.location.hash}`
  globalThis.location.assign(`/sign-in?return=${encodeURIComponent(here)}`)
}
