import { existsSync, readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { Trouble } from './kit/trouble.ts'

const root = join(import.meta.dirname, '..')

/** One setting: what it is for, what a value looks like, and what it is when nobody says. */
interface Setting<S extends z.ZodType = z.ZodType> {
  about: string
  /** Completes the sentence "NAME must be …". */
  shape: string
  value: S
  /** The default as it is written in .env.example. */
  standard?: string
  /** Never repeated in a message. */
  secret?: boolean
}

const setting = <S extends z.ZodType>(declared: Setting<S>): Setting<S> => declared

const address = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))
const someText = z.string().trim().min(1)
const databaseAddress = address('postgres:', 'postgresql:').optional()

/** Every setting there is; its name in the environment is the key in capitals: DATA_DIR. */
export const settings = {
  port: setting({
    about: 'The port on which everything is served.',
    shape: 'a whole number from 1 to 65535',
    value: z.coerce.number().int().min(1).max(65535).default(1700),
    standard: '1700',
  }),
  host: setting({
    about: 'The network address to listen on; the invented town is served on loopback only.',
    shape: 'a host name or address',
    value: someText.default('127.0.0.1'),
    standard: '127.0.0.1',
  }),
  publicUrl: setting({
    about: 'The address at which people reach this installation.',
    shape: 'an http or https address without a path',
    value: address('http:', 'https:')
      .refine((text) => new URL(text).pathname === '/')
      .transform((text) => new URL(text).origin)
      .optional(),
    standard: 'http://localhost:PORT',
  }),
  dataDir: setting({
    about: 'The folder for the embedded database, its log and the generated secrets.',
    shape: 'a folder',
    value: someText.default('var/data').transform((path) => resolve(root, path)),
    standard: 'var/data',
  }),
  databaseUrl: setting({
    about: 'A PostgreSQL 18 to use instead of the embedded one, as the role of the server.',
    shape: 'a postgres:// address',
    value: databaseAddress,
    secret: true,
  }),
  databaseOwnerUrl: setting({
    about: 'The same database as its owner, who applies migrations; needed with DATABASE_URL.',
    shape: 'a postgres:// address',
    value: databaseAddress,
    secret: true,
  }),
  dataKey: setting({
    about:
      'The key that files are encrypted with, the same on every node; needed with DATABASE_URL.',
    shape: '32 bytes in base64 (openssl rand -base64 32)',
    value: z
      .base64()
      .transform((text) => Buffer.from(text, 'base64'))
      .refine((key) => key.length === 32)
      .optional(),
    standard: 'made at the first start, in DATA_DIR/secrets',
    secret: true,
  }),
  oidcIssuer: setting({
    about: 'The OpenID Connect provider that staff sign in with; needed with --empty.',
    shape: 'an http or https address',
    value: address('http:', 'https:').optional(),
  }),
  oidcClientId: setting({
    about: 'The client that this installation is registered as at the provider.',
    shape: 'a text',
    value: someText.optional(),
  }),
  oidcClientSecret: setting({
    about: 'The secret of that client; leave it out for a public client.',
    shape: 'a text',
    value: someText.optional(),
    secret: true,
  }),
  oidcRoleClaim: setting({
    about: 'The claim that holds roles with their scope, such as agent:OVO000123.',
    shape: 'the name of a claim',
    value: someText.default('onthaal_roles'),
    standard: 'onthaal_roles',
  }),
  oidcClaimMap: setting({
    about: 'What the values of that claim mean, when the provider has names of its own.',
    shape: 'a JSON object such as {"contact-agents":"agent:OVO000123"}',
    value: z.string().transform(asJson).pipe(z.record(z.string(), z.string())).optional(),
  }),
  adminEmail: setting({
    about: 'The e-mail address of the first administrator; needed with --empty.',
    shape: 'an e-mail address',
    value: z.email().optional(),
  }),
  logLevel: setting({
    about: 'How much the server writes to its log.',
    shape: 'one of debug, info, warn, error, silent',
    value: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
    standard: 'warn',
  }),
  nodeName: setting({
    about: 'The name of this server process, shown to administrators.',
    shape: 'a text',
    value: someText.default(() => hostname()),
    standard: 'the name of the machine',
  }),
}

type Values = { [K in keyof typeof settings]: z.output<(typeof settings)[K]['value']> }
export type Config = Omit<Values, 'publicUrl'> & { publicUrl: string }

/** The environment of this process, above what the file .env says. */
function environment(): Record<string, string | undefined> {
  const file = join(root, '.env')
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env }
}

/** Reads every setting. Throws Trouble with one sentence on the first that is wrong or missing. */
export function readConfig(env: Record<string, string | undefined> = environment()): Config {
  const values = Object.fromEntries(
    Object.entries<Setting>(settings).map(([key, declared]) => {
      const text = env[envName(key)] || undefined
      const parsed = declared.value.safeParse(text)
      if (parsed.success) return [key, parsed.data]
      const instead = declared.secret ? '' : `, not "${text}"`
      throw new Trouble(`${envName(key)} must be ${declared.shape}${instead}.`)
    }),
  ) as Values
  if (values.databaseUrl && !values.databaseOwnerUrl)
    throw new Trouble(
      'DATABASE_URL needs DATABASE_OWNER_URL beside it: the owner applies migrations.',
    )
  if (values.databaseUrl && !values.dataKey)
    throw new Trouble(`DATABASE_URL needs DATA_KEY beside it: ${settings.dataKey.shape}.`)
  return { ...values, publicUrl: values.publicUrl ?? `http://localhost:${values.port}` }
}

/** How staff sign in at the provider of this installation. Throws Trouble when it is not told. */
export function signInSettings(config: Config) {
  const { publicUrl, oidcIssuer: issuer, oidcClientId: clientId, adminEmail } = config
  if (!issuer || !clientId)
    throw new Trouble('OIDC_ISSUER and OIDC_CLIENT_ID are needed: .env.example says what they are.')
  return {
    publicUrl,
    issuer,
    clientId,
    clientSecret: config.oidcClientSecret,
    roleClaim: config.oidcRoleClaim,
    claimMap: config.oidcClaimMap,
    adminEmail,
  }
}

/** All settings as a commented file to copy to .env: what .env.example holds. */
export function exampleFile(): string {
  const blocks = Object.entries<Setting>(settings).map(([key, { about, shape, standard }]) => {
    const otherwise = standard === undefined ? '' : ` Default: ${standard}.`
    return `# ${about}\n# ${capital(shape)}.${otherwise}\n#${envName(key)}=\n`
  })
  return `# Copy to .env and fill in what differs; a variable of the environment goes first.\n\n${blocks.join('\n')}`
}

function envName(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

function asJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
}
