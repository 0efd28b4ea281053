// What the two commands write to the terminal. Plain JavaScript: it runs before anything is installed.

/** As server/kit/trouble.ts, for before TypeScript can be read; the two are known by their name. */
export class Trouble extends Error {
  /** @override */
  name = 'Trouble'
}

const wide = process.stdout.isTTY === true

/**
 * One line per step: what is going on while it runs, then what came of it and how long it took.
 * @template T
 * @param {string} name
 * @param {string} doing
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} say what came of it, in a few words
 * @returns {Promise<T>}
 */
export async function step(name, doing, work, say = String) {
  const began = performance.now()
  const title = `  ${name.padEnd(12)}`
  if (wide) process.stdout.write(`${title}${doing} …`)
  const slow = wide ? undefined : setTimeout(() => console.log(`${title}${doing} …`), 2_000)
  try {
    const result = await work()
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(
      `${wide ? '\r\x1b[K' : ''}${title}${say(result).padEnd(52)} ${seconds.padStart(6)} s`,
    )
    return result
  } catch (error) {
    if (wide) process.stdout.write('\n')
    throw error
  } finally {
    clearTimeout(slow)
  }
}

/**
 * Prints a trouble as its sentence and a mistake of ours with everything that helps to find it.
 * @param {unknown} error
 */
export function complain(error) {
  const trouble = error instanceof Error && error.name === 'Trouble'
  console.error(trouble ? `\n  ${error.message}\n` : error)
}
