import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { type House, Person, type Watch } from '../../checks/house.ts'
import { visit } from '../../checks/journey.ts'
import { newId } from '../../server/kit/ids.ts'
import { must } from '../../server/kit/must.ts'
import { reply } from '../../server/modules/chat/contract.ts'
import { chooseTheme, finish, setOutcome, wrapUp } from '../../server/modules/contacts/contract.ts'
import { acceptOffer, type DeskView, setStatus } from '../../server/modules/routing/contract.ts'
import { townIds } from '../../town/ids.ts'

/** The department whose line is open day and night. */
export const roads = 'OVO900140'

export interface SiteLook {
  department?: string
  language?: string
  target?: string
  /** Rules of the site's own, which the widget must not mind. */
  style?: string
}

/** A website of somebody else, on another origin, that allows nothing but itself and our host. */
export async function openSite(house: House) {
  const live = house.url.replace('http', 'ws')
  const policy = `default-src 'self'; script-src ${house.url}; connect-src ${house.url} ${live}`
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site')
    response.setHeader('content-security-policy', policy)
    response.setHeader('content-type', pathname === '/site.css' ? 'text/css' : 'text/html')
    const look: SiteLook = Object.fromEntries(searchParams)
    response.end(pathname === '/site.css' ? (look.style ?? '') : pageOf(house.url, look))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    address: (look: SiteLook = {}) =>
      `${url}/?${new URLSearchParams({ department: roads, ...look })}`,
    close: () => server.close(),
  }
}
export type Site = Awaited<ReturnType<typeof openSite>>

function pageOf(house: string, { department, language = 'nl', target, style }: SiteLook): string {
  const sheet = `/site.css?${new URLSearchParams({ style: style ?? '' })}`
  const place = target ? ` data-target="${target}"` : ''
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Wegen</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/none">
<link rel="stylesheet" href="${sheet}">
<script src="${house}/widget/onthaal.js" data-department="${department}"${place} defer></script>
</head><body><header><a href="/">Wegen en Vervoer</a> <span id="contact"></span></header>
<main><h1>Wegen en Vervoer</h1><p>Alles over de wegen van Leemland.</p></main></body></html>`
}

/** Opens the site in a window of its own. */
export async function visitSite(
  browser: Browser,
  site: Site,
  look: SiteLook = {},
  context: BrowserContextOptions = {},
) {
  const visited = await visit(browser, context)
  await visited.page.goto(site.address(look))
  return visited
}

/** Opens the panel and starts a chat with a first question. */
export async function startChat(page: Page, question: string): Promise<void> {
  await page.getByRole('button', { name: 'Contact', exact: true }).click()
  await page.getByRole('button', { name: 'Chat met ons' }).first().click()
  await page.getByLabel('Waarover gaat uw vraag?').selectOption('Ik weet het niet')
  if (question !== '') await page.getByLabel('Uw vraag', { exact: true }).fill(question)
  await page.getByRole('button', { name: 'Start de chat' }).click()
  await page.getByText('Uw referentie:').waitFor()
}

/** Leaves the conversation, so that nobody waits for an answer. */
export async function leaveChat(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gesprek verlaten' }).click()
  await page.getByRole('button', { name: 'Ja, verlaten' }).click()
  await page.getByText('Dit gesprek is afgelopen.').first().waitFor()
}

/** The reference as it stands on screen. */
export async function referenceOn(page: Page): Promise<string> {
  const text = await page.getByText('Uw referentie:').textContent()
  return must(/\d{3} \d{3} \d{4}/.exec(text ?? '')?.[0], 'reference')
}

/** An agent of the roads line at work, without a screen. */
export class AgentAtWork {
  private readonly person: Person
  private readonly desk: Watch

  private constructor(person: Person, desk: Watch) {
    this.person = person
    this.desk = desk
  }

  static async begin(house: House, subject = 'daan'): Promise<AgentAtWork> {
    const person = await Person.staff(house.url, subject)
    const desk = await person.watch('desk:')
    await person.ask(setStatus, { status: 'available' })
    return new AgentAtWork(person, desk)
  }

  /** Accepts the contact of this reference, spoken or written, once it is offered. */
  async accept(reference: string): Promise<Accepted> {
    const written = reference.replaceAll(' ', '-')
    const offered = await this.desk.until(({ body }) => found(body, written) !== undefined)
    const contact = must(found(offered.body, written))
    const mine = { contact: contact.id, engagement: must(contact.engagements.at(-1)).id }
    // An offer can be taken only after it was on screen for a moment.
    await new Promise((resolve) => setTimeout(resolve, 700))
    await this.person.ask(acceptOffer, mine)
    const view = await this.person.watch(`chat:${contact.id}`)
    await view.until(() => true)
    return new Accepted(this.person, mine, must(contact.questions[0]).id, view)
  }

  async rest(): Promise<void> {
    await this.person.ask(setStatus, { status: 'break' })
    this.desk.cut()
  }
}

class Accepted {
  readonly view: Watch
  private readonly person: Person
  private readonly mine: { contact: string; engagement: string }
  private readonly question: string

  constructor(
    person: Person,
    mine: { contact: string; engagement: string },
    question: string,
    view: Watch,
  ) {
    this.person = person
    this.question = question
    this.mine = mine
    this.view = view
  }

  /** What the conversation holds, as the agent sees it. */
  get bodies(): (string | null)[] {
    return this.view.news.map(({ body }) => body as string | null)
  }

  async says(body: string): Promise<void> {
    const seen = this.view.news.length
    const { number } = await this.person.ask(reply, { ...this.mine, id: newId(), body, seen })
    await this.view.until((last) => last.number >= number)
  }

  async types(): Promise<void> {
    this.view.signal(`chat:${this.mine.contact}`)
  }

  /** Ends the conversation, and wraps it up. */
  async ends(): Promise<void> {
    await this.person.ask(finish, this.mine)
    const outcome = { outcome: 'answered', destination: null } as const
    const theme = townIds.theme('wegenwerken')
    await this.person.ask(chooseTheme, { ...this.mine, question: this.question, theme })
    await this.person.ask(setOutcome, { ...this.mine, question: this.question, ...outcome })
    await this.person.ask(wrapUp, this.mine)
  }
}

const found = (body: unknown, reference: string) =>
  (body as DeskView).contacts.find((contact) => contact.reference === reference)
