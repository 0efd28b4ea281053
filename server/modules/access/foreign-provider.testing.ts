import { createServer } from 'node:http'
import Provider from 'oidc-provider'
import { freePort } from './testing.ts'

/** What a person is at the provider of another house: its own claims, none of ours. */
export type ForeignPeople = Record<string, Record<string, unknown>>

export const foreignClient = { clientId: 'contact-desk', clientSecret: 'a secret of the house' }

/** A provider as another house might have it: a client with a secret, groups as roles, no logout. */
export async function openForeignProvider(publicUrl: string, people: ForeignPeople) {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: foreignClient.clientId,
        client_secret: foreignClient.clientSecret,
        redirect_uris: [`${publicUrl}/sign-in/done`],
      },
    ],
    cookies: { keys: ['one key'] },
    claims: {
      openid: ['sub'],
      profile: ['name', 'given_name', 'family_name', 'realm'],
      email: ['email', 'email_verified'],
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/who/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ sub, ...people[sub] }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: foreignClient.clientId,
        accountId: oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  const standard = provider.callback()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    if (!url.pathname.startsWith('/who/')) return standard(request, response)
    const login = { accountId: url.searchParams.get('is') ?? '' }
    return provider.interactionFinished(request, response, { login })
  })
  await new Promise<void>((done) => server.listen(port, 'localhost', done))
  const close = () => {
    server.closeAllConnections()
    return new Promise<unknown>((done) => server.close(done))
  }
  return { issuer, close }
}
