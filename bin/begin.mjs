import { installPackages } from './packages.mjs'
import { complain, step } from './progress.mjs'

try {
  if (process.argv.includes('--help')) {
    const { help } = await import('./help.mjs')
    console.log(help)
  } else {
    console.log(`\nOnthaal on Node ${process.versions.node}\n`)
    await step('packages', 'installing, the first time takes a minute', installPackages)
    // Only now there is something that reads TypeScript.
    const { register } = await import('tsx/esm/api')
    register()
    const { start } = await import('./start.ts')
    await start(process.argv.slice(2))
  }
} catch (error) {
  complain(error)
  process.exit(1)
}
