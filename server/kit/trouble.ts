/**
 * Something the person who starts or tests the installation can put right. The message is one
 * clear sentence; the commands print it alone, without a stack, and stop with exit code 1.
 */
export class Trouble extends Error {
  override readonly name = 'Trouble'
}
