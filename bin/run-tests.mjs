import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.mjs'
import { installPackages } from './packages.mjs'
import { complain, step } from './progress.mjs'
import { sum, tallyOf, words } from './tally.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** @typedef {import('./tally.mjs').Tally} Tally */

try {
  console.log(`\nEvery check and every test, on Node ${process.versions.node}\n`)
  await step('packages', 'installing, the first time takes a minute', installPackages)
  const total = sum([
    await command('types', 'tsc', ['--noEmit']),
    await command('style', 'biome', ['check', '.']),
    ...(existsSync(join(root, 'checks/all.ts'))
      ? [await command('checks', 'tsx', ['checks/all.ts'])]
      : []),
    await command('pages', 'tsx', [
      '--eval',
      "import('./bin/build-web.ts').then((b) => b.buildWeb())",
    ]),
    await vitest('tests', []),
    await journeys(),
  ])
  console.log(`\n${words(total)}`)
  process.exitCode = total.failed > 0 ? 1 : 0
} catch (error) {
  complain(error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}

/**
 * One program that is content or not; what it says is shown when it is not.
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<Tally>}
 */
async function command(name, program, args) {
  const { code, output } = await step(
    name,
    'running',
    () => run(program, args),
    ({ code }) => (code === 0 ? 'good' : 'failed'),
  )
  if (code === 0) return { passed: 1, failed: 0, skipped: 0 }
  console.log(`\n${output}`)
  return { passed: 0, failed: 1, skipped: 0 }
}

/** @param {string} name @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<Tally>} */
async function vitest(name, args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'onthaal-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  let output = ''
  const tally = await step(
    name,
    'running',
    async () => {
      const ended = await run('vitest', ['run', ...reporters, ...args], env)
      output = ended.output
      if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
      return tallyOf({ ...JSON.parse(readFileSync(report, 'utf8')), success: ended.code === 0 })
    },
    words,
  )
  rmSync(folder, { recursive: true })
  if (tally.failed > 0) console.log(`\n${output}`)
  return tally
}

/** @returns {Promise<Tally>} */
async function journeys() {
  const files = ['apps', 'bin', 'checks', 'server', 'town']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
    .filter((path) => path.endsWith('.journey.ts'))
  if (files.length === 0) return sum([])
  const browser = await step('browser', 'looking', findBrowser, (path) => path ?? 'none')
  if (browser !== null)
    return vitest('journeys', ['--config', 'vitest.journeys.config.ts'], { CHROMIUM: browser })
  console.log(
    '  Without Chromium the journeys cannot run: install it, or give its path in CHROMIUM.',
  )
  return { passed: 0, failed: 0, skipped: files.length }
}

/**
 * @param {string} program one of node_modules/.bin
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(program, args, env = {}) {
  const path = join(root, 'node_modules', '.bin', program)
  const shell = process.platform === 'win32'
  const child = spawn(path, args, {
    cwd: root,
    shell,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const collect = (/** @type {Buffer} */ text) => {
    output += text
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })))
}
