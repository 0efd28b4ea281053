import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const appsFolder = join(import.meta.dirname, 'apps')

/** Every folder of apps/ with an index.html is a page; the citizens' page stands at the root. */
function pages(): Record<string, string> {
  const entries = readdirSync(appsFolder, { withFileTypes: true, recursive: true })
  const folders = entries
    .filter((entry) => entry.name === 'index.html')
    .map((entry) => entry.parentPath.slice(appsFolder.length + 1))
    .filter((folder) => folder !== '' && !folder.includes('/'))
  return Object.fromEntries(folders.map((name) => [name, join(appsFolder, name, 'index.html')]))
}

function publicAtRoot(): Plugin {
  return {
    name: 'public-at-root',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['public/index.html']
      if (page) page.fileName = 'index.html'
    },
  }
}

/** React Aria carries its sentences in 35 languages; we speak four of them. */
function ourLanguagesOnly(): Plugin {
  const sentences =
    /\/react-(aria|aria-components|stately)\/dist\/private\/intl\/.*[a-z]{2}-[A-Z]{2}\.mjs$/
  const ours = /\/(nl-NL|en-US|fr-FR|de-DE)\.mjs$/
  return {
    name: 'our-languages-only',
    enforce: 'pre',
    load(id) {
      if (sentences.test(id) && !ours.test(id)) return 'export default {}'
      return null
    },
  }
}

/**
 * Builds the pages of staff and citizens into dist/web for a strict Content-Security-Policy:
 * nothing inline, no data: addresses. The widget has its own build.
 */
export default defineConfig({
  root: appsFolder,
  base: '/',
  publicDir: false,
  plugins: [react(), publicAtRoot(), ourLanguagesOnly()],
  build: {
    outDir: join(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: pages(),
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// }],
        },
      },
    },
  },
})
