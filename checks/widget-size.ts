import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './source-tree.ts'

/** What a website loads before anybody chooses a channel, at most, in bytes compressed. */
export const limit = 30 * 1024

/** The compressed size of the widget as it was built, in bytes. */
export function widgetSize(): number {
  return gzipSync(readFileSync(join(root, 'dist', 'widget', 'onthaal.js')), { level: 9 }).length
}
