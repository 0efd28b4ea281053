import Provider, { type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import { type Page, render } from '../../kit/page.ts'
import { PostgresAdapter } from './adapter.ts'
import type { CastMember } from './cast-member.ts'
import type { Keys } from './keys.ts'
import { brokenPage, signedOutPage, signOutPage } from './pages.ts'
import type { ItemStore } from './store.ts'

export const clientId = 'onthaal'
export const mountedAt = '/oidc'

const hour = 3_600

export interface ProviderOptions {
  publicUrl: string
  store: ItemStore
  keys: Keys
  cast: readonly CastMember[]
}

/**
 * A real OpenID Connect provider for the invented cast: authorization code with PKCE only, one
 * client, and no question for consent, since that client is the installation itself.
 */
export function makeProvider({ publicUrl, store, keys, cast }: ProviderOptions): Provider {
  const home = `${publicUrl}/`
  const configuration: Configuration = {
    adapter: (kind: string) => new PostgresAdapter(store, kind),
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [`${publicUrl}/sign-in/done`],
        post_logout_redirect_uris: [home],
      },
    ],
    jwks: keys.jwks,
    cookies: {
      keys: keys.cookies,
      names: { session: 'oidc-session', interaction: 'oidc-pick', resume: 'oidc-resume' },
      long: { path: mountedAt, sameSite: 'lax', httpOnly: true },
      short: { sameSite: 'lax', httpOnly: true },
    },
    responseTypes: ['code'],
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'email'],
    claims: {
      openid: ['sub'],
      profile: ['given_name', 'family_name', 'onthaal_roles'],
      email: ['email', 'email_verified'],
    },
    ttl: {
      AccessToken: hour,
      AuthorizationCode: 60,
      Grant: 12 * hour,
      IdToken: hour,
      Interaction: hour / 6,
      Session: 12 * hour,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, signOutPage(form)),
        postLogoutSuccessSource: (ctx) => show(ctx, signedOutPage(home)),
      },
    },
    clientBasedCORS: () => false,
    interactions: { url: (_ctx, { uid }) => `${mountedAt}/pick/${uid}` },
    findAccount: (_ctx, subject) => accountOf(cast.find((member) => member.subject === subject)),
    loadExistingGrant: grantAll,
    renderError: (ctx, { error }) => show(ctx, brokenPage(home, error)),
  }
  return new Provider(`${publicUrl}${mountedAt}`, configuration)
}

function accountOf(member: CastMember | undefined) {
  if (!member) return undefined
  const claims = {
    sub: member.subject,
    given_name: member.givenName,
    family_name: member.familyName,
    email: member.email,
    email_verified: true,
    onthaal_roles: member.roles,
  }
  return { accountId: member.subject, claims: () => claims }
}

/** The grant of this session, or a new one for all that our own client may ask. */
async function grantAll(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc
  if (!client || !session?.accountId) return undefined
  const known = session.grantIdFor(client.clientId)
  const found = known ? await provider.Grant.find(known) : undefined
  if (found) return found
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid profile email')
  await grant.save()
  return grant
}

function show(ctx: KoaContextWithOIDC, page: Page): void {
  const { html, policy } = render(page)
  ctx.type = 'html'
  ctx.set('content-security-policy', policy)
  ctx.set('x-content-type-options', 'nosniff')
  ctx.set('referrer-policy', 'same-origin')
  ctx.body = html
}
