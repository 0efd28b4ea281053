import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Trouble } from '../../kit/trouble.ts'

/**
 * A secret kept in DATA_DIR/secrets, readable by its owner alone; made at first use, from 32 random
 * bytes in the given spelling.
 */
export function secret(dataDir: string, name: string, spelling: 'hex' | 'base64' = 'hex'): string {
  const path = join(dataDir, 'secrets', name)
  mkdirSync(join(dataDir, 'secrets'), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(path, `${randomBytes(32).toString(spelling)}\n`, { flag: 'wx', mode: 0o600 })
    chmodSync(path, 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const value = readFileSync(path, 'utf8').trim()
  if (value === '')
    throw new Trouble(`The secret ${path} is empty: restore the data folder from a backup.`)
  return value
}
