import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Trouble } from './progress.mjs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The browser for the journeys: the one CHROMIUM names, or one of the usual places, or Debian's
 * package, which is installed when it is not there. Null on other systems without one. Throws
 * Trouble where Debian's package cannot be installed: there, journeys are never left out in silence.
 * @returns {Promise<string | null>}
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM
  if (named && !existsSync(named)) throw new Trouble(`CHROMIUM names ${named}, which is not there.`)
  const found = named ?? places.find((path) => existsSync(path))
  if (found) return found
  if (!existsSync('/etc/debian_version')) return null
  apt('update')
  apt('install', '--yes', '--no-install-recommends', 'chromium')
  return '/usr/bin/chromium'
}

/** @param {string[]} args */
function apt(...args) {
  const [program = '', ...before] =
    process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status } = spawnSync(program, [...before, ...args], { stdio: 'ignore', env })
  if (status !== 0)
    throw new Trouble(
      'The journeys need a browser: run "apt-get install chromium" as root, or give its path in CHROMIUM.',
    )
}
