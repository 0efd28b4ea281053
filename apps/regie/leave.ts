/** Signs out: here, and at the identity provider. The page is gone after this. */
export function leave(): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/sign-out'
  document.body.append(form)
  form.submit()
}

/** Signs in, and comes back to this place. */
export function signIn(): void {
  const here = `/regie/${globalThis.location.hash}`
  globalThis.location.assign(`/sign-in?return=${encodeURIComponent(here)}`)
}
