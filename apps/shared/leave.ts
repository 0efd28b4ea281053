/** Signs out: here, and at the identity provider. The page is gone after this. */
export function leave(): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = '/sign-out'
  document.body.append(form)
  form.submit()
}
