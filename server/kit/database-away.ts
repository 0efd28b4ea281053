/**
 * What PostgreSQL says when it is not what we asked that is wrong: the connection (08), room (53), a
 * lock that did not come (55P03), an operator who ends things or a server that starts (57P, 57014),
 * its disk (58), a transaction left alone too long (25P03), two that wait for each other (40P01).
 */
const states = /^(08|53|57P|58|55P03|57014|25P03|40P01|40001)/
const network =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND)$/
/** The words of pg itself, which gives these no code. */
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed)|Query read timeout)/

/** Whether the database, or the way to it, failed, so that the same question may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return states.test(code) || network.test(code) || words.test(error.message)
}
