import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'"
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

let folder = ''
let server: Server
let browser: Browser

/** The built pages as they are served: nothing but own files is allowed to act. */
function serve(): Server {
  return createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://local').pathname)
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    const body = await readFile(file).catch(() => null)
    response.writeHead(body ? 200 : 404, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': policy,
    })
    response.end(body)
  })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onthaal-ui-'))
  await build({
    logLevel: 'error',
    build: {
      outDir: folder,
      rolldownOptions: { input: join(import.meta.dirname, 'index.html') },
    },
  })
  server = serve().listen(0, '127.0.0.1')
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  await rm(folder, { recursive: true, force: true })
})

type Look = { colorScheme: 'light' | 'dark'; width: number }

/** Opens a page of /ui/, and collects what the browser refused or could not do. */
async function open(search: string, { colorScheme, width }: Look) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('pageerror', ({ message }) => trouble.push(message))
  page.on('console', (line) => {
    if (line.type() === 'error') trouble.push(line.text())
  })
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ui/${search}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, trouble, close: () => context.close() }
}

async function violations(page: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page }).analyze()
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

const light: Look = { colorScheme: 'light', width: 1440 }

test.each<Look & { density: string }>([
  { ...light, density: 'Medewerkers' },
  { colorScheme: 'dark', width: 390, density: 'Burgers' },
])('DESIGN-5: every component passes axe: $density, $width px', async ({ density, ...look }) => {
  const { page, trouble, close } = await open('', look)
  await page.getByText(density, { exact: true }).click()
  expect(await violations(page)).toEqual([])
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(tooWide).toBeLessThanOrEqual(0)
  expect(trouble).toEqual([])
  await close()
})

test('DESIGN-5: what opens over the page passes axe', async () => {
  const { page, trouble, close } = await open('', light)
  for (const name of ['Gesprek doorgeven…', 'Gegevens wissen…', 'Meer met dit gesprek', 'Amina']) {
    await page.getByRole('button', { name }).first().click()
    expect(await violations(page), name).toEqual([])
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('Control+k')
  expect(await violations(page), 'palette').toEqual([])
  expect(trouble).toEqual([])
  await close()
})

test('DESIGN-5: the page of citizens passes axe, with its error', async () => {
  const { page, trouble, close } = await open('?citizens', { colorScheme: 'dark', width: 390 })
  await page.getByRole('button', { name: 'Gesprek beginnen' }).click()
  await page.getByText('Kies een onderwerp').waitFor()
  expect(await violations(page)).toEqual([])
  expect(trouble).toEqual([])
  await close()
})

test('DESIGN-3: keys open the palette and the list, wait while somebody types, and can be switched off', async () => {
  const { page, close } = await open('', light)
  const list = page.getByRole('dialog', { name: 'Toetsen' })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('toon alle')
  await page.keyboard.press('Enter')
  await list.waitFor()
  await page.keyboard.press('Control+k')
  expect(await page.getByRole('dialog').count()).toBe(1)
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })

  await page.getByRole('textbox', { name: /Naam/ }).first().press('?')
  expect(await list.count()).toBe(0)
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await list.waitFor()
  await page.getByRole('switch', { name: /Toetsen zonder Ctrl/ }).press('Space')
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  await page.keyboard.press('?')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Opdrachten' }).waitFor()
  expect(await list.count()).toBe(0)
  await close()
})

test('WORDS-2: the language changes at once and is kept', async () => {
  const { page, close } = await open('', light)
  await page.getByRole('button', { name: 'Amina' }).first().click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Design' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Design' }).waitFor()
  expect(await page.getAttribute('html', 'lang')).toBe('en')
  await close()
})
