import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A mark of the moment a process began, or null when it no longer runs. A number alone does not
 * name a process: after a restart of a machine or container the same number is somebody else.
 */
export function birthOf(pid: number): string | null {
  if (process.platform === 'linux') {
    const [state, ...rest] = statOf(pid)
    return state === undefined || state === 'Z' ? null : (rest[18] ?? null)
  }
  if (process.platform === 'win32') return isThere(pid) ? 'running' : null
  return ps(pid, 'lstart=')
}

/** The command line of a running process, or null when it no longer runs. */
export function commandOf(pid: number): string | null {
  if (birthOf(pid) === null) return null
  if (process.platform === 'linux')
    return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? null
  return process.platform === 'win32' ? '' : ps(pid, 'command=')
}

/** True when the process is gone within `ms`. */
export async function goneWithin(pid: number, ms: number): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(20))
    if (birthOf(pid) === null) return true
  return birthOf(pid) === null
}

/** The fields of /proc/<pid>/stat after the name, which itself may hold spaces and brackets. */
function statOf(pid: number): string[] {
  const text = read(`/proc/${pid}/stat`)
  return text ? text.slice(text.lastIndexOf(')') + 2).split(' ') : []
}

function ps(pid: number, field: string): string | null {
  return (
    spawnSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || null
  )
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
