import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'onthaal-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs `npm start` until it gives up; what it wrote to standard error, trimmed. */
async function failing(env: Record<string, string>, args: string[] = []): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.mjs'), ...args], {
    env: { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), ...env },
  })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect(code).toBe(1)
  return said.trim()
}

test('a port in use is one sentence', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const said = await failing({ PORT: String(port) })
  await new Promise((resolve) => other.close(resolve))
  expect(said).toBe(
    `Port ${port} is in use, perhaps by Onthaal itself: stop that program, or choose another port, such as PORT=${port + 1} npm start.`,
  )
})

test('a bad setting is one sentence', async () => {
  expect(await failing({ PORT: 'abc' })).toBe(
    'PORT must be a whole number from 1 to 65535, not "abc".',
  )
})

test('the town stays on this machine', async () => {
  expect(await failing({ PORT: '1700', HOST: '0.0.0.0' })).toBe(
    'The town and its sign-in are for this machine only: start with --empty to be reached on 0.0.0.0.',
  )
})

test('an empty installation says what it still needs', async () => {
  const env = { PORT: '1700', OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'onthaal' }
  expect(await failing(env, ['--empty'])).toBe(
    'An empty installation needs ADMIN_EMAIL: see .env.example.',
  )
})

test('an unknown option is refused', async () => {
  expect(await failing({}, ['--leeg'])).toBe(
    'npm start does not know --leeg: see npm start -- --help.',
  )
})

test('a database that does not answer is one sentence', async () => {
  const env = {
    PORT: '17999',
    DATABASE_URL: 'postgres://onthaal:x@127.0.0.1:1/onthaal',
    DATABASE_OWNER_URL: 'postgres://onthaal_owner:x@127.0.0.1:1/onthaal',
    DATA_KEY: Buffer.alloc(32).toString('base64'),
  }
  expect(await failing(env)).toBe('DATABASE_URL: no PostgreSQL answers at 127.0.0.1:1.')
})

test('a file where the data folder should be is one sentence', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(await failing({ PORT: '17998', DATA_DIR: file })).toBe(
    `A file stands where the data folder ${file} should be: choose another DATA_DIR.`,
  )
})
