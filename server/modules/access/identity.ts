import { claimValues, readStatement, type Statement } from './role-claims.ts'

/** Who the identity provider says somebody is. */
export interface Identity {
  issuer: string
  subject: string
  givenName: string
  familyName: string
  email: string | null
  emailVerified: boolean
  statements: Statement[]
}

/** How to read the claims of a provider. */
export interface ClaimReading {
  roleClaim: string
  claimMap?: Record<string, string> | undefined
}

/** Reads the claims; the role claim may be a path into them, such as `realm_access.roles`. */
export function identityOf(claims: Record<string, unknown>, reading: ClaimReading): Identity {
  const text = (name: string) => {
    const value = claims[name]
    return typeof value === 'string' ? value.trim().slice(0, 200) : ''
  }
  const subject = text('sub')
  const values = claimValues(at(claims, reading.roleClaim))
  return {
    issuer: text('iss'),
    subject,
    givenName: text('given_name') || text('name') || text('preferred_username') || subject,
    familyName: text('family_name'),
    email: text('email') || null,
    emailVerified: claims.email_verified === true || claims.email_verified === 'true',
    statements: values.map((value) => readStatement(value, reading.claimMap)),
  }
}

function at(claims: Record<string, unknown>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path]
  return path
    .split('.')
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? (value as Record<string, unknown>)[step]
          : undefined,
      claims,
    )
}
