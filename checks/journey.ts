import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

/** A real browser for the journeys: the one CHROMIUM names, or Debian's. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

export interface Visit {
  page: Page
  /** What broke on the page, or what its own policy refused. */
  trouble: string[]
  close(): Promise<void>
}

/** A window of somebody who was never here before. */
export async function visit(browser: Browser, look: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...look })
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('pageerror', ({ message }) => trouble.push(message))
  page.on('console', (line) => {
    // A refusal of the server is an answer, not a fault of the page.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
      trouble.push(line.text())
  })
  return { page, trouble, close: () => context.close() }
}

/** Signs in as somebody of the town at a page of staff; `name` is their first name. */
export async function signIn(page: Page, address: string, name: string): Promise<void> {
  await page.goto(address)
  await chooseWho(page, name)
}

/** Says who one is, on the page of the town's identity provider. */
export async function chooseWho(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name} `) }).click()
}

/** Fails when axe finds something on what is on screen now. */
export async function expectAccessible(page: Page, ...without: string[]): Promise<void> {
  // React Aria's announcer names buttons that may be gone by then; it empties itself.
  const axe = new AxeBuilder({ page }).exclude('[data-live-announcer]').disableRules(without)
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}
