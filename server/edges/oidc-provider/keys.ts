import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { ItemStore } from './store.ts'

const keysSchema = z.object({
  cookies: z.array(z.string()),
  jwks: z.object({ keys: z.array(z.looseObject({ kty: z.literal('RSA') })) }),
})

/** What the provider signs with: made at the first start, the same ever after and on every node. */
export type Keys = z.infer<typeof keysSchema>

export async function readKeys(store: ItemStore): Promise<Keys> {
  return keysSchema.parse(await store.once('Keys', 'provider', makeKeys))
}

function makeKeys(): Keys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...privateKey.export({ format: 'jwk' }), kty: 'RSA' as const }
  return {
    cookies: [randomBytes(32).toString('base64url')],
    jwks: { keys: [{ ...jwk, use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('hex') }] },
  }
}
