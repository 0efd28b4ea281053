import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Trouble } from './progress.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * Installs the packages of package-lock.json when those in node_modules are others.
 * @returns {Promise<string>} what was done
 */
export async function installPackages() {
  if (installed(read('package-lock.json'), read('node_modules/.package-lock.json')))
    return 'up to date'
  const { code, output } = await npm(['ci', '--include=dev', '--include=optional', '--no-audit'])
  if (code !== 0) throw new Trouble(npmTrouble(output))
  return /added \d+ packages/.exec(output)?.[0] ?? 'installed'
}

/**
 * True when every package of the lock is there in that version. Optional ones may be missing: they
 * are for other platforms.
 * @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock
 * @param {Lock | null} wanted
 * @param {Lock | null} present what npm notes about node_modules
 */
export function installed(wanted, present) {
  if (!wanted || !present) return false
  return Object.entries(wanted.packages).every(([path, { version, optional, devOptional }]) => {
    const there = present.packages[path]
    return path === '' || (there ? there.version === version : optional || devOptional)
  })
}

/**
 * The words of a failed npm as one sentence.
 * @param {string} output
 */
export function npmTrouble(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET/.test(output))
    return 'npm cannot reach the package registry: check the network or the proxy, and start again.'
  if (/ENOSPC/.test(output)) return 'The disk is full: make room and start again.'
  if (/EACCES|EPERM|EROFS/.test(output))
    return `npm may not write in ${root}: start as the user who owns this folder.`
  const words = output.match(/npm (?:error|ERR!) (?!code|A complete log)(.*)/)?.[1]
  return `npm could not install the packages: ${words ?? 'it left no message'}.`
}

/**
 * Runs npm in the root of the project.
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function npm(args) {
  // Run by npm, we know which npm; else the one on the path.
  const itself = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : null
  const [program, before] = itself ? [process.execPath, [itself]] : ['npm', []]
  return new Promise((resolve, reject) => {
    const shell = !itself && process.platform === 'win32'
    const child = spawn(program, [...before, ...args], { cwd: root, shell })
    let output = ''
    const collect = (/** @type {Buffer} */ text) => {
      output += text
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', () => reject(new Trouble('npm is not on the path: install it with Node.')))
    child.on('close', (code) => resolve({ code, output }))
  })
}

/**
 * @param {string} path
 * @returns {Lock | null}
 */
function read(path) {
  const file = join(root, path)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
