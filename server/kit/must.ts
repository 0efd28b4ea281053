/** Something that the code relies on turned out false: our mistake, never the caller's. */
export class Bug extends Error {
  override name = 'Bug'
}

/** The value, when it is there; a {@link Bug} when it is not. */
export function must<T>(value: T | null | undefined, what = 'value'): T {
  if (value === null || value === undefined) throw new Bug(`missing ${what}`)
  return value
}

/** Marks a branch that the types rule out. */
export function never(value: never): never {
  throw new Bug(`impossible case ${JSON.stringify(value)}`)
}
