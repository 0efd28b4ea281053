import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdFolder } from './hold-folder.ts'
import { birthOf } from './process.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onthaal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a folder that is held says by whom, and is free after release', async () => {
  const hold = await holdFolder(folder)
  expect(await holdFolder(folder)).toEqual({ heldBy: process.pid })
  if ('release' in hold) hold.release()
  expect(await holdFolder(folder)).toHaveProperty('release')
})

test.each([
  ['a process that is gone', '4000000 1'],
  ['a number that is now another process', `${process.pid} ${Number(birthOf(process.pid)) - 1}`],
  ['nothing', ''],
])('a folder held by %s is taken over', async (_who, holder) => {
  writeFileSync(join(folder, 'holder'), holder)
  expect(await holdFolder(folder)).toHaveProperty('release')
})
