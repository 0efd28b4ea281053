import { Trouble } from '../../kit/trouble.ts'

/** What PostgreSQL says when it cannot go on, and what a person should read instead. */
const known: [RegExp, (path: string) => string][] = [
  [
    /No space left on device/,
    (path) =>
      `The disk that holds ${path} is full: make room and start again; nothing that was acknowledged is lost.`,
  ],
  [
    /control file|checkpoint record|not a valid data directory|is missing|PG_VERSION|does not exist|incompatible with server|invalid page|could not (open|read) (file|directory)/,
    (path) =>
      `The database in ${path} is damaged: restore it from a backup, or remove the data folder to begin anew.`,
  ],
  [
    /shared memory|semaphores/,
    () =>
      'This machine has too little shared memory for PostgreSQL: stop other programs, or give the container more (--shm-size).',
  ],
  [
    /Permission denied|wrong ownership|invalid permissions/,
    (path) =>
      `The folder ${path} cannot be read and written by the database's user: give it back to that user, or choose another DATA_DIR.`,
  ],
]

/** The words of PostgreSQL as one sentence about the folder at `path`. */
export function explain(output: string, path: string): Trouble {
  const sentence = known.find(([pattern]) => pattern.test(output))?.[1](path)
  const last =
    output.match(/(?:PANIC|FATAL|error):\s+(.*)/g)?.at(-1) ?? output.trim().split('\n').at(-1)
  return new Trouble(sentence ?? `PostgreSQL stopped: ${last || 'it left no message'}.`, {
    cause: output,
  })
}
