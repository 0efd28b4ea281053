import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { birthOf } from './process.ts'

/** A folder held by this process until `release`; or by whom it is held already. */
export type Hold = { release(): void } | { heldBy: number }

/**
 * Takes a folder for this process alone. A holder that was killed loses it: its file names a
 * process that no longer runs.
 */
export async function holdFolder(folder: string): Promise<Hold> {
  const path = join(folder, 'holder')
  const me = `${process.pid} ${birthOf(process.pid)}`
  const release = () => {
    if (read(path) === me) rmSync(path)
  }
  try {
    writeFileSync(path, me, { flag: 'wx' })
    return { release }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const holder = holderIn(path)
  if (holder !== null) return { heldBy: holder }

  // Several may find the same dead holder at once: each replaces the file whole, the last one has it.
  writeFileSync(`${path}.${process.pid}`, me)
  renameSync(`${path}.${process.pid}`, path)
  await sleep(100)
  return read(path) === me ? { release } : { heldBy: holderIn(path) ?? 0 }
}

function holderIn(path: string): number | null {
  const [pid, birth] = read(path).split(' ')
  return pid && birth && birthOf(Number(pid)) === birth ? Number(pid) : null
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
