import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import type { Refusal } from '../../kit/refusal.ts'
import { refusals } from './contract.ts'

const away = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'])

/** What a failure of the identity provider means for the person; null when it is none of its own. */
export function declined(error: unknown): Refusal | null {
  if (error instanceof AuthorizationResponseError) return refusals.signInDeclined()
  if (error instanceof ResponseBodyError)
    return error.status >= 500 ? refusals.providerAway() : refusals.signInDeclined()
  if (error instanceof ClientError)
    return away.has(error.code ?? '') ? refusals.providerAway() : refusals.signInDeclined()
  if (error instanceof TypeError && error.message === 'fetch failed') return refusals.providerAway()
  return null
}
