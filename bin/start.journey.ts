import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'onthaal-'))
const dataDir = join(folder, 'data')
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** Runs `npm start` until it is ready. */
async function start(): Promise<{ child: ChildProcess; url: string; said: string; ms: number }> {
  const began = performance.now()
  const port = await freePort()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.mjs')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  let said = ''
  await new Promise<void>((ready, failed) => {
    child.stdout.on('data', (text) => {
      said += text
      if (said.includes('Ctrl-C stops everything')) ready()
    })
    child.on('exit', () => failed(new Error(`npm start ended: ${said}`)))
  })
  return { child, said, url: `http://localhost:${port}`, ms: performance.now() - began }
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('exit', resolve)).then(() => child.exitCode)
}

test('a start leads to a served town, Ctrl-C ends it, and the second start is quick', async () => {
  const first = await start()
  expect(first.said).toContain('Your first answered chat:')
  for (const path of ['/', '/desk/', '/regie/', '/health'])
    expect((await fetch(first.url + path)).status, path).toBe(200)
  first.child.kill('SIGINT')
  expect(await ended(first.child)).toBe(0)
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toMatch(
    /database system is shut down\n$/,
  )

  const second = await start()
  expect(second.ms).toBeLessThan(5_000)
  second.child.kill('SIGKILL')
  await ended(second.child)

  const third = await start()
  expect((await fetch(`${third.url}/health`)).status).toBe(200)
  third.child.kill('SIGTERM')
  expect(await ended(third.child)).toBe(0)
})
