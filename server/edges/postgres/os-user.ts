import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { Trouble } from '../../kit/trouble.ts'

/** The operating-system user that PostgreSQL runs as; null means ourselves. */
export type OsUser = { uid: number; gid: number } | null

/**
 * PostgreSQL refuses to run as root. Root therefore lends it to the owner of the cluster when there
 * is one, else to `postgres`, else to `nobody`; anybody else runs it as themselves.
 */
export function databaseUser(cluster: string | null): OsUser {
  const me = process.getuid?.()
  const owner = cluster === null ? null : statSync(cluster)
  if (me !== 0) {
    if (owner && me !== undefined && owner.uid !== me)
      throw new Trouble(
        `The data folder ${cluster} belongs to another user (${owner.uid}): start as that user, or choose another DATA_DIR.`,
      )
    return null
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const found = userNamed('postgres') ?? userNamed('nobody')
  if (!found)
    throw new Trouble(
      'PostgreSQL does not run as root and this machine has no user postgres or nobody: start as an ordinary user.',
    )
  return found
}

/** Runs a short command as that user; true when it ends well. */
export function succeedsAs(user: OsUser, command: string, args: string[]): boolean {
  return spawnSync(command, args, { ...user, stdio: 'ignore', cwd: '/' }).status === 0
}

function userNamed(name: string): OsUser {
  const ask = (what: string) => spawnSync('id', [what, name], { encoding: 'utf8' })
  const [uid, gid] = [ask('-u'), ask('-g')]
  if (uid.status !== 0 || gid.status !== 0) return null
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}
