import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Citizen, type House, openHouse, Person } from '../../checks/house.ts'
import { expectAccessible, openBrowser, signIn, visit } from '../../checks/journey.ts'
import { newId } from '../../server/kit/ids.ts'
import { must } from '../../server/kit/must.ts'
import { reply } from '../../server/modules/chat/contract.ts'
import { themes } from '../../server/modules/clients/contract.ts'
import {
  type ContactView,
  chooseTheme,
  finish,
  raiseEmergency,
  setOutcome,
  wrapUp,
} from '../../server/modules/contacts/contract.ts'
import { acceptOffer, setStatus } from '../../server/modules/routing/contract.ts'

let house: House
let browser: Browser
let daan: Person

beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  daan = await Person.staff(house.url, 'daan')
})
afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const light = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' } as const
const small = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const

async function regieOf(name: string, look: typeof light | typeof small = light) {
  const visited = await visit(browser, look)
  await signIn(visited.page, `${house.url}/regie/`, name)
  return visited
}

async function fits(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(over).toBeLessThanOrEqual(0)
}

/** Somebody asks something on the Wegenlijn, and stays. */
async function asks(message: string): Promise<Citizen> {
  const citizen = await Person.citizen(house.url, { message })
  await citizen.watch(`chat:${citizen.contact}`)
  return citizen
}

/** Daan takes what is offered to him: the contact and his engagement. */
async function daanTakes({ contact }: Citizen) {
  const desk = await daan.watch('desk:')
  await daan.ask(setStatus, { status: 'available' })
  const open = (body: Record<string, unknown>) =>
    (body.contacts as ContactView[]).find((one) => one.id === contact)
  const { body } = await desk.until((last) => open(last.body)?.state === 'offered')
  const offered = must(open(body), 'offered contact')
  const engagement = must(offered.engagements.at(-1), 'engagement').id
  const question = must(offered.questions[0], 'question').id
  await daan.ask(acceptOffer, { contact, engagement })
  return { contact, engagement, question }
}

/** From the first word to the end of wrap-up. */
async function answered(citizen: Citizen): Promise<void> {
  const { question, ...mine } = await daanTakes(citizen)
  const body = 'Goedendag, vrijdag om 6 uur.'
  await daan.ask(reply, { ...mine, id: newId(), body, seen: 1 })
  await daan.ask(finish, mine)
  const { themes: all } = await daan.ask(themes, {})
  const theme = must(
    all.find(({ code }) => code === 'wegenwerken'),
    'theme',
  ).id
  await daan.ask(chooseTheme, { ...mine, question, theme })
  const outcome = { outcome: 'answered', destination: null } as const
  await daan.ask(setOutcome, { ...mine, question, ...outcome })
  await daan.ask(wrapUp, { ...mine, note: 'Werken tot vrijdag.' })
}

test('REGIE-9: who waits opens with a key; the story follows, with why and whose seconds', async () => {
  const { page, trouble, close } = await regieOf('Karim')
  await page.getByText('Niemand wacht').waitFor()
  await page.getByText('Niemand is aan het werk').waitFor()
  await expectAccessible(page)
  const citizen = await asks('Dag, wanneer is de Molenstraat weer open?')
  const row = page.getByRole('link', { name: citizen.reference })
  await row.waitFor()
  await expectAccessible(page)
  for (
    let key = 0;
    key < 9 && !(await row.evaluate((one) => one === document.activeElement));
    key++
  )
    await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: `Contact ${citizen.reference}` }).waitFor()
  await page.getByText('Meelezen kan alleen bij nood of misbruik').waitFor()
  await page.getByText('Nog niemand werkte aan dit contact').waitFor()
  await page.keyboard.press('Escape')
  await row.waitFor()

  await answered(citizen)
  await row.waitFor({ state: 'detached' })
  await page.getByText('100%').first().waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type(citizen.reference.replaceAll('-', ' '))
  await page.keyboard.press('Enter')
  const story = page.getByRole('article')
  await story.getByText('de enige die vrij was met wegen 4').waitFor()
  await story.getByText('Contact afgesloten: beantwoord').waitFor()
  await story.getByText('Werken tot vrijdag.').waitFor()
  await story.getByRole('row', { name: /^Daan 1/ }).waitFor()
  expect(trouble).toEqual([])
  await close()
})

test('REGIE-6: nothing of a conversation is fetched before somebody asks; then it is in the trail', async () => {
  const citizen = await asks('Is de brug open?')
  await answered(citizen)
  const { page, close } = await regieOf('Karim')
  const read: string[] = []
  page.on('request', (request) => read.push(new URL(request.url()).pathname))
  await page.goto(`${house.url}/regie/#contact/${citizen.contact}`)
  await page.getByText('Wie leest, laat een spoor na.').waitFor()
  expect(read).not.toContain('/api/chat.conversation')
  await page.keyboard.press('g')
  await page.getByText('Is de brug open?').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('t')
  await page.getByRole('heading', { name: 'Over mij' }).waitFor()
  await page.getByText('gesprek gelezen').first().waitFor()
  await expectAccessible(page)
  await close()
})

test('REGIE-12: an emergency is on top of every page until it is noted', async () => {
  const citizen = await asks('Er ligt iemand op de weg')
  const { contact, engagement } = await daanTakes(citizen)
  const { page, close } = await regieOf('Karim', small)
  await page.goto(`${house.url}/regie/#trail`)
  await page.getByRole('heading', { name: 'Over mij' }).waitFor()
  await daan.ask(raiseEmergency, { contact, engagement })
  await page
    .getByRole('link', { name: new RegExp(`noodtoets: contact ${citizen.reference}`) })
    .click()
  await page.getByText('Daan drukte op de noodtoets; geen tijdslimiet meer').waitFor()
  expect(await page.title()).toBe('(1) Nood · Regie · Onthaal')
  await page.keyboard.press('g')
  await page.getByText('Er ligt iemand op de weg').waitFor()
  await expectAccessible(page)
  await fits(page)
  await page.getByRole('button', { name: /^Noodoproep van Daan/ }).click()
  await page.getByRole('heading', { name: 'Noodoproepen' }).waitFor({ state: 'detached' })
  expect(await page.title()).toBe('Regie · Onthaal')
  await close()
})

test('REGIE-10: a line is closed after the text was shown once more, and opened again', async () => {
  const { page, close } = await regieOf('Karim')
  await page.getByRole('button', { name: 'Wegenlijn' }).click()
  const dialog = page.getByRole('dialog', { name: 'Wegenlijn: uren en sluiting' })
  await dialog.getByText('dag en nacht').first().waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Uitzonderlijk sluiten' }).click()
  await dialog.getByText('Geef een reden.').waitFor()
  await expectAccessible(page)
  await dialog.getByRole('textbox', { name: 'Reden' }).fill('Brandalarm in het gebouw')
  await dialog.getByRole('button', { name: 'Uitzonderlijk sluiten' }).click()
  const sure = page.getByRole('alertdialog', { name: 'Wegenlijn nu sluiten?' })
  await sure.waitFor()
  await expectAccessible(page)
  await sure.getByRole('button', { name: 'Lijn sluiten' }).click()
  await dialog.waitFor({ state: 'detached' })
  const closed = page.getByText('Uitzonderlijk gesloten')
  await closed.waitFor()
  await expect(asks('Nog open?')).rejects.toThrow('closed')

  await page.getByRole('button', { name: 'Wegenlijn' }).click()
  await page.getByRole('textbox', { name: 'Reden' }).fill('Alarm voorbij')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lijn weer openen' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await closed.count()).toBe(0)
  await asks('En nu?')
  await close()
})

test('REGIE-7: a contact-centre expert sees numbers, and no agent by name', async () => {
  const { page, close } = await regieOf('Vera')
  await page.getByText('U ziet aantallen zonder namen').waitFor()
  await page.getByRole('button', { name: 'Wegenlijn' }).waitFor()
  expect(await page.getByText('Daan').count()).toBe(0)
  await expectAccessible(page)
  await close()
})

test('REGIE-8: loading, a lost connection, an unknown contact and an error pass axe, small and dark', async () => {
  const { page, trouble, close } = await regieOf('Karim', small)
  await page.getByRole('heading', { name: 'Lijnen en wachtrijen' }).waitFor()
  await expectAccessible(page)
  await fits(page)
  await page.goto(`${house.url}/regie/#contact/${newId()}`)
  await page.getByText('Dit contact bestaat niet, of niet voor u').waitFor()
  await expectAccessible(page)
  await page.route('**/api/access.audit*', (route) =>
    route.fulfill({ status: 500, json: { bug: '7-42', sentence: 'Er ging iets mis.' } }),
  )
  await page.keyboard.press('t')
  await page.getByText('7-42').waitFor()
  await expectAccessible(page)
  await page.routeWebSocket('**/live', (socket) => socket.close({ code: 1011 }))
  await page.goto(`${house.url}/regie/?again`)
  await page.getByText('De verbinding is weg.').waitFor()
  await page.getByText('Bezig met laden').waitFor({ state: 'attached' })
  await expectAccessible(page)
  expect(trouble).toEqual([])
  await close()
})

test('REGIE-8: the trail of a privacy officer, with a filter', async () => {
  const { page, close } = await regieOf('Yasmina')
  await page.getByRole('heading', { name: 'Toegangsspoor' }).waitFor()
  await page
    .getByRole('button', { name: /^Toon alleen wat over/ })
    .first()
    .click()
  await page.getByText('Alleen over').waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Filter wissen' }).click()
  await fits(page)
  await close()
})
