import * as oidc from 'openid-client'
import { isLoopback } from '../../kit/loopback.ts'
import { must } from '../../kit/must.ts'
import { Trouble } from '../../kit/trouble.ts'

export interface ProviderSettings {
  /** The address at which people reach this installation. */
  publicUrl: string
  issuer: string
  clientId: string
  clientSecret?: string | undefined
}

/** What ties an answer of the provider to the question it was asked. */
export interface Attempt {
  state: string
  nonce: string
  verifier: string
}

/** What came back: all claims together, and the token that later ends the session there too. */
export interface Redeemed {
  claims: Record<string, unknown>
  idToken: string
}

const answerWithinS = 10

/**
 * The OpenID Connect provider that staff sign in with: authorization code with PKCE, signatures
 * checked. Its configuration is discovered at first use, and again after a failure.
 */
export class IdentityProvider {
  private found: Promise<oidc.Configuration> | undefined
  private readonly settings: ProviderSettings

  constructor(settings: ProviderSettings) {
    const { protocol, hostname } = new URL(settings.issuer)
    if (protocol !== 'https:' && !isLoopback(hostname))
      throw new Trouble(`OIDC_ISSUER must be an https address, not "${settings.issuer}".`)
    this.settings = settings
  }

  async signInUrl({ state, nonce, verifier }: Attempt): Promise<URL> {
    return oidc.buildAuthorizationUrl(await this.discover(), {
      redirect_uri: this.returnUrl,
      scope: 'openid profile email',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
  }

  /** Exchanges the code in the answer (its query) for claims. Throws when anything is not right. */
  async redeem(query: string, { state, nonce, verifier }: Attempt): Promise<Redeemed> {
    const provider = await this.discover()
    const answer = new URL(`${this.returnUrl}?${query}`)
    const tokens = await oidc.authorizationCodeGrant(provider, answer, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = must(tokens.claims(), 'claims')
    const more = provider.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
      : {}
    return { claims: { ...more, ...claims }, idToken: must(tokens.id_token, 'id_token') }
  }

  /** Where to end the session at the provider; our front page when it has no such address. */
  async signOutUrl(idToken: string | null): Promise<string> {
    const home = `${this.settings.publicUrl}/`
    const provider = await this.discover()
    if (!provider.serverMetadata().end_session_endpoint) return home
    const parameters = { post_logout_redirect_uri: home, client_id: this.settings.clientId }
    const hint = idToken ? { id_token_hint: idToken } : {}
    return oidc.buildEndSessionUrl(provider, { ...parameters, ...hint }).href
  }

  private get returnUrl(): string {
    return `${this.settings.publicUrl}/sign-in/done`
  }

  private discover(): Promise<oidc.Configuration> {
    this.found ??= this.ask().catch((error) => {
      this.found = undefined
      throw error
    })
    return this.found
  }

  private ask(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings
    const insecure = issuer.startsWith('http:') ? [oidc.allowInsecureRequests] : []
    return oidc.discovery(new URL(issuer), clientId, {}, authentication(clientSecret), {
      execute: [oidc.enableNonRepudiationChecks, ...insecure],
      timeout: answerWithinS,
    })
  }
}

/** As the provider prefers; `client_secret_basic` when it does not say (OpenID Discovery 1.0, 3). */
function authentication(secret: string | undefined): oidc.ClientAuth {
  if (!secret) return oidc.None()
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)]
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest)
  }
}
