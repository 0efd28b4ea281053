import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleFile, readConfig } from './config.ts'
import { Trouble } from './kit/trouble.ts'

const key = Buffer.alloc(32, 7).toString('base64')

test('with nothing set, the defaults hold', () => {
  const config = readConfig({ PORT: '' })
  expect(config).toMatchObject({
    port: 1700,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:1700',
    databaseUrl: undefined,
    oidcRoleClaim: 'onthaal_roles',
  })
  expect(config.dataDir).toMatch(/var.data$/)
})

test('values are read in the form the server uses', () => {
  const config = readConfig({
    PORT: '8080',
    PUBLIC_URL: 'https://onthaal.example/',
    DATA_KEY: key,
    OIDC_CLAIM_MAP: '{"agents":"agent:OVO000123"}',
  })
  expect(config.port).toBe(8080)
  expect(config.publicUrl).toBe('https://onthaal.example')
  expect(config.dataKey).toHaveLength(32)
  expect(config.oidcClaimMap).toEqual({ agents: 'agent:OVO000123' })
})

test.each([
  [{ PORT: 'abc' }, 'PORT must be a whole number from 1 to 65535, not "abc".'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 1 to 65535, not "70000".'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of debug, info, warn, error, silent, not "loud".'],
  [
    { PUBLIC_URL: 'ftp://x' },
    'PUBLIC_URL must be an http or https address without a path, not "ftp://x".',
  ],
  [{ ADMIN_EMAIL: 'nobody' }, 'ADMIN_EMAIL must be an e-mail address, not "nobody".'],
  [{ DATA_KEY: 'c2hvcnQ=' }, 'DATA_KEY must be 32 bytes in base64 (openssl rand -base64 32).'],
  [{ DATABASE_URL: 'mysql://root:secret@x/y' }, 'DATABASE_URL must be a postgres:// address.'],
  [
    { OIDC_CLAIM_MAP: '{agents' },
    'OIDC_CLAIM_MAP must be a JSON object such as {"contact-agents":"agent:OVO000123"}, not "{agents".',
  ],
  [
    { DATABASE_URL: 'postgres://a@b/c' },
    'DATABASE_URL needs DATABASE_OWNER_URL beside it: the owner applies migrations.',
  ],
  [
    { DATABASE_URL: 'postgres://a@b/c', DATABASE_OWNER_URL: 'postgres://o@b/c' },
    'DATABASE_URL needs DATA_KEY beside it: 32 bytes in base64 (openssl rand -base64 32).',
  ],
])('a bad value is one sentence: %o', (env, sentence) => {
  expect(() => readConfig(env)).toThrow(new Trouble(sentence))
})

test('.env.example is written from the settings (npm run generate)', () => {
  const file = join(import.meta.dirname, '..', '.env.example')
  expect(readFileSync(file, 'utf8')).toBe(exampleFile())
})
