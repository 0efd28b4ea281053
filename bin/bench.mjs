#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Runs every *.bench.ts, or those whose path holds the word given: figures, as ratios, no verdicts.
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wanted = process.argv[2] ?? ''
for (const folder of ['server', 'apps', 'town', 'checks']) {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((path) => path.endsWith('.bench.ts') && path.includes(wanted))) {
    console.log(`\n${folder}/${file}`)
    const run = spawnSync(process.execPath, ['--import', 'tsx', join(root, folder, file)], {
      cwd: root,
      stdio: 'inherit',
    })
    if (run.status !== 0) process.exitCode = 1
  }
}
