import { architecture } from './architecture.ts'
import { cycles } from './cycles.ts'
import { map } from './map.ts'
import { refusals } from './refusals.ts'
import { rules } from './rules.ts'
import { sizes } from './sizes.ts'
import { readTree } from './source-tree.ts'

// Holds the tree against the rules of the house; each check has a test with an offence.
const tree = readTree()
const checks = { architecture, cycles, sizes, map, rules, refusals }
const offences = Object.entries(checks).flatMap(([name, check]) =>
  check(tree).map((offence) => `${name}: ${offence}`),
)
for (const offence of offences) console.error(offence)
console.log(
  `${Object.keys(checks).length} checks over ${tree.size} files, ${offences.length} offences`,
)
process.exitCode = offences.length > 0 ? 1 : 0
