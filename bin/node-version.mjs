// Written so that any Node that knows modules can read it: only then can it say what is wrong.

/**
 * The sentence for a Node that is too old, or null when it will do: 20.19 and newer.
 * @param {string} version as in process.version
 */
export function nodeTrouble(version) {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return null
  return `Onthaal needs Node 20.19 or newer, and this is ${version}: install a newer one from nodejs.org.`
}

/** Says so and ends the process when this Node is too old. */
export function requireNode() {
  const trouble = nodeTrouble(process.version)
  if (trouble === null) return
  console.error(`\n  ${trouble}\n`)
  process.exit(1)
}
