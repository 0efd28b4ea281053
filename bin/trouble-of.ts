import { Trouble } from '../server/kit/trouble.ts'

/** What `npm start` met, as a sentence where a person can put it right; else the error itself. */
export function troubleOf(error: unknown, dataDir: string): unknown {
  if (!(error instanceof Error) || error instanceof Trouble) return error
  const { code, path } = error as Error & { code?: string; path?: string }
  const where = path && !path.startsWith(dataDir) ? path : `the data folder ${dataDir}`
  const sentence = sentences[code ?? '']?.(where)
  return sentence ? new Trouble(sentence, { cause: error }) : error
}

const full = (where: string) =>
  `The disk that holds ${where} is full: make room and start again; nothing that was acknowledged is lost.`
const closed = (where: string) =>
  `This user cannot read and write ${where}: start as the user it belongs to, or choose another DATA_DIR.`
const noFolder = (where: string) =>
  `A file stands where ${where} should be: choose another DATA_DIR.`
const damaged = (where: string) =>
  `A part of ${where} is damaged or missing: restore it from a backup, or remove it to begin anew.`

// Codes of the operating system, then of PostgreSQL.
const sentences: Record<string, (where: string) => string> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: closed,
  EPERM: closed,
  EROFS: closed,
  ENOTDIR: noFolder,
  EEXIST: noFolder,
  '53100': full,
  '58P01': damaged,
  XX001: damaged,
  XX002: damaged,
  '28P01': (where) =>
    `The passwords in ${where} are not those of its database: restore it from a backup.`,
}
