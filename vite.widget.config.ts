import { join } from 'node:path'
import { build, defineConfig, type InlineConfig } from 'vite'

const folder = join(import.meta.dirname, 'apps', 'widget')
const outDir = join(import.meta.dirname, 'dist', 'widget')
/** The oldest browsers that can run the widget. Colours follow the page through light-dark(). */
const targets = {
  target: ['chrome111', 'firefox114', 'safari16.4'],
  cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
}

/**
 * Builds the widget into dist/widget: `onthaal.js`, a plain script for any website, and the chat, a
 * module that it loads once somebody chooses that. The chat is named after its content, so that the
 * two always fit.
 */
export default defineConfig(async () => {
  const chatFile = await buildChat()
  return {
    ...common,
    define: { chatFile: JSON.stringify(chatFile) },
    build: {
      outDir,
      ...targets,
      emptyOutDir: false,
      lib: { entry: join(folder, 'onthaal.ts'), formats: ['iife'], name: 'onthaal' },
      rolldownOptions: { output: { entryFileNames: 'onthaal.js' } },
    },
  } satisfies InlineConfig
})

const common = { configFile: false, root: folder, publicDir: false } as const

async function buildChat(): Promise<string> {
  const built = await build({
    ...common,
    logLevel: 'warn',
    build: {
      outDir,
      ...targets,
      emptyOutDir: true,
      lib: { entry: join(folder, 'chat', 'chat.ts'), formats: ['es'] },
      rolldownOptions: { output: { entryFileNames: 'chat-[hash].js', minify: true } },
    },
  })
  const [bundle] = Array.isArray(built) ? built : [built]
  if (!bundle || !('output' in bundle)) throw new Error('the chat was not built')
  return bundle.output[0].fileName
}
