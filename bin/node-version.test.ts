import { expect, test } from 'vitest'
import { nodeTrouble } from './node-version.mjs'

test.each(['v20.19.0', 'v20.20.2', 'v21.0.0', 'v22.1.0', 'v24.0.0-nightly'])(
  '%s will do',
  (version) => {
    expect(nodeTrouble(version)).toBeNull()
  },
)

test.each(['v12.22.12', 'v18.20.8', 'v20.18.3'])('%s is too old', (version) => {
  expect(nodeTrouble(version)).toBe(
    `Onthaal needs Node 20.19 or newer, and this is ${version}: install a newer one from nodejs.org.`,
  )
})
