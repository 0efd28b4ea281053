import { Trouble } from '../server/kit/trouble.ts'

/** What `npm start` met, as a sentence where a person can put it right; else the error itself. */
export function troubleOf(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error) || error instanceof Trouble) return error
  const { code, path } = error as Error & { code?: string; path?: string }
  const sentence = sentences[code ?? '']?.(path ?? dataDir, dataDir)
  return sentence ? new Trouble(sentence, { cause: error }) : error
}

const full = (path: string) =>
  `The disk that holds ${path} is full: make room and start again; nothing that was acknowledged is lost.`
const closed = (path: string) =>
  `${path} cannot be read and written by this user: start as the user it belongs to, or choose another DATA_DIR.`
const noFolder = (path: string) => `${path} is not a folder: choose another DATA_DIR.`

// Codes of the operating system, then of PostgreSQL.
const sentences: Record<string, (path: string, dataDir: string) => string> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: closed,
  EPERM: closed,
  EROFS: closed,
  ENOTDIR: noFolder,
  EEXIST: noFolder,
  '53100': full,
  '28P01': (_path, dataDir) =>
    `The passwords in ${dataDir}/secrets are not those of the database beside them: restore the data folder from a backup.`,
}
