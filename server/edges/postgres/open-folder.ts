import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes a folder, and its parents, that other users can walk through whatever the umask says. */
export function makeOpenFolder(folder: string): string {
  const first = mkdirSync(folder, { recursive: true })
  for (let path = folder; first && path.startsWith(first); path = dirname(path))
    chmodSync(path, 0o755)
  return folder
}

/** Where root keeps what another user must be able to reach. */
export function commonFolder(): string {
  const folder = makeOpenFolder('/var/lib/onthaal')
  chmodSync(folder, 0o755)
  return folder
}
