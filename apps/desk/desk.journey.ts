import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Citizen, type House, openHouse, Person } from '../../checks/house.ts'
import { expectAccessible, openBrowser, signIn, visit } from '../../checks/journey.ts'
import { newId } from '../../server/kit/ids.ts'
import { conversation, say } from '../../server/modules/chat/contract.ts'
import { timeline } from '../../server/modules/contacts/contract.ts'

let house: House
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  house = await openHouse()
})
afterEach(() => house?.close())

/** An agent of the town at the desk, available. */
async function atWork(name: string) {
  const visited = await visit(browser)
  const { page } = visited
  async function chooseStatus(status: string): Promise<void> {
    await page.getByRole('button', { name: /^Uw status/ }).click()
    await page.getByRole('menuitem', { name: status }).click()
    await page.getByRole('button', { name: `Uw status: ${status}` }).waitFor()
  }
  await signIn(page, `${house.url}/desk/`, name)
  await chooseStatus('Beschikbaar')
  const answer = page.getByRole('textbox', { name: 'Uw antwoord' })
  const log = page.getByRole('log', { name: 'Berichten' })
  return { ...visited, answer, log, chooseStatus }
}

/** Somebody asks, and stays on the page. */
async function asks(message: string): Promise<Citizen> {
  const citizen = await Person.citizen(house.url, { message })
  await citizen.watch(`chat:${citizen.contact}`)
  return citizen
}

/** Takes the offer of this citizen, whatever one is doing. */
async function accept(page: Page, { reference }: Citizen): Promise<void> {
  await page.getByRole('article', { name: `Nieuw gesprek ${reference}` }).waitFor()
  await page.keyboard.press('Alt+a')
  await page
    .getByRole('region', { name: `Gesprek ${reference}` })
    .getByRole('listitem')
    .waitFor()
}

const says = (citizen: Citizen, body: string) => citizen.ask(say, { id: newId(), body })

test('DESK-8, DESK-9: from offer to wrap-up by keyboard: accept, answer, two questions, outcomes', async () => {
  const { page, answer, log, trouble, close } = await atWork('Daan')
  await page.getByText('U kunt gesprekken krijgen').waitFor()
  await expectAccessible(page)
  const citizen = await asks('Dag, wanneer is de Molenstraat weer open?')
  const offer = page.getByRole('article', { name: `Nieuw gesprek ${citizen.reference}` })
  await offer.waitFor()
  expect(await page.title()).toBe('(1) Balie · Onthaal')
  await expectAccessible(page)
  await page.keyboard.press('a')
  await log.getByText('Molenstraat').waitFor()
  expect(await answer.evaluate((field) => field === document.activeElement)).toBe(true)
  await expectAccessible(page)

  await page.waitForTimeout(600)
  await page.keyboard.type('Goedendag, vrijdag om 6 uur.')
  await page.keyboard.press('Enter')
  await log.getByText('Goedendag, vrijdag om 6 uur.').waitFor()
  expect(await answer.inputValue()).toBe('')
  await page.keyboard.type('/zoek')
  await page.getByRole('listbox', { name: 'Standaardantwoorden' }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await answer.fill('')

  await page.getByRole('button', { name: 'Vraag toevoegen' }).click()
  const second = page.getByRole('group', { name: 'Vraag 2' })
  await second.getByRole('button', { name: 'Hieraan werken' }).click()
  await second.getByText('Nu bezig').waitFor()
  await page.keyboard.press('Alt+e')
  await page.getByRole('alertdialog', { name: 'Gesprek beëindigen?' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Beëindigen' }).click()
  await page.getByText('Het gesprek is afgelopen.').waitFor()

  await page.keyboard.press('Control+Enter')
  await page.getByText('Kies eerst hoe elke vraag afliep.').first().waitFor()
  await expectAccessible(page)
  for (const [group, outcome] of [
    ['Vraag 1', 'Beantwoord'],
    ['Vraag 2', 'Verwezen naar een dienst'],
  ]) {
    const question = page.getByRole('group', { name: group ?? '' })
    const theme = question.getByRole('combobox', { name: 'Thema' })
    await theme.fill('Wegenwerken')
    await page.getByRole('option', { name: /^Wegenwerken/ }).click()
    await question.getByRole('button', { name: /Afloop/ }).click()
    await page.getByRole('option', { name: outcome ?? '' }).click()
  }
  // On a slow network too, leaving the field and wrapping up are one click.
  await page.route('**/api/contacts.setOutcome', async (route) => {
    await page.waitForTimeout(500)
    await route.continue()
  })
  await page.getByRole('textbox', { name: 'Naar welke dienst of wie?' }).fill('Meldpunt wegen')
  await page.getByRole('button', { name: 'Afronden', exact: true }).click()
  await page.getByText(`Afgerond: ${citizen.reference}`).waitFor()
  await page.getByText('Geen gesprekken').waitFor()

  const { contact } = await (await Person.staff(house.url, 'daan')).ask(timeline, {
    contact: citizen.contact,
  })
  expect(contact.state).toBe('closed')
  expect(contact.questions.map(({ outcome }) => outcome)).toEqual(['answered', 'signposted'])
  expect(trouble).toEqual([])
  await close()
})

test('DESK-3: a reply to what was not read is refused, stays, and is sent with one key', async () => {
  const { page, answer, log, close } = await atWork('Daan')
  const citizen = await asks('Is de brug open?')
  await accept(page, citizen)
  await page.waitForTimeout(700)
  await answer.fill('Welke brug bedoelt u?')
  await says(citizen, 'De Scheldebrug, bedoel ik.')
  await page.keyboard.press('Enter')
  await page.getByText('Er kwamen intussen nieuwe berichten.').waitFor()
  await log.getByText('De Scheldebrug').waitFor()
  expect(await answer.inputValue()).toBe('Welke brug bedoelt u?')
  await expectAccessible(page)
  await page.waitForTimeout(700)
  await page.keyboard.press('Enter')
  await log.getByText('Welke brug bedoelt u?').waitFor()
  const { messages } = await citizen.ask(conversation, { contact: citizen.contact })
  const bodies = messages.filter(({ author }) => author !== 'system').map(({ body }) => body)
  expect(bodies).toEqual([
    'Is de brug open?',
    'De Scheldebrug, bedoel ik.',
    'Welke brug bedoelt u?',
  ])
  await close()
})

test('DESK-10: a draft survives a reload and the end of the session', async () => {
  const { page, answer, log, close } = await atWork('Daan')
  const citizen = await asks('Is de brug open?')
  await accept(page, citizen)
  await answer.fill('Ik kijk het na en')
  await page.reload()
  await expect.poll(() => answer.inputValue()).toBe('Ik kijk het na en')
  await answer.fill('Ik kijk het na en laat het u weten.')
  await page.request.post(`${house.url}/sign-out`, {
    headers: { origin: house.url },
    maxRedirects: 0,
  })
  const dialog = page.getByRole('alertdialog', { name: 'Uw sessie is beëindigd' })
  await dialog.waitFor()
  await expectAccessible(page)
  // The provider still knows them: the window that opens closes by itself.
  await page.getByRole('button', { name: 'Opnieuw aanmelden' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect(await answer.inputValue()).toBe('Ik kijk het na en laat het u weten.')
  await page.waitForTimeout(700)
  await answer.press('Enter')
  await log.getByText('Ik kijk het na en laat het u weten.').waitFor()
  await close()
})

/** Watches every change of the page for words of one contact beside the name of another. */
function watchForStrangers(page: Page, references: readonly string[]): Promise<void> {
  return page.evaluate((all) => {
    const found: string[] = []
    Object.assign(globalThis, { strangers: found })
    const look = () => {
      for (const talk of document.querySelectorAll('section[aria-label^="Gesprek "]')) {
        const pane = talk.parentElement
        const fields = [...(pane?.querySelectorAll('textarea, input') ?? [])]
        const said = fields.map((field) => (field as HTMLInputElement).value).join(' ')
        const words = `${pane?.textContent} ${said}`
        for (const reference of all) {
          const isOwn = talk.getAttribute('aria-label')?.includes(reference)
          if (!isOwn && words.includes(reference)) found.push(`${reference}: ${words}`)
        }
      }
    }
    // What is typed is a change of the page too, though not of its elements.
    document.addEventListener('input', look)
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    })
  }, references)
}

test('DESK-1: turning quickly between four contacts shows nothing of another', async () => {
  const { page, answer, trouble, close } = await atWork('Daan')
  const citizens: Citizen[] = []
  for (const name of ['Een', 'Twee', 'Drie', 'Vier']) {
    const citizen = await asks(`Vraag ${name}`)
    citizens.push(citizen)
    await accept(page, citizen)
    // Whatever is said or written of a contact carries its reference from here on.
    await says(citizen, `Mijn dossier is ${citizen.reference}.`)
    await answer.fill(`Ontwerp voor ${citizen.reference}`)
  }
  const references = citizens.map(({ reference }) => reference)
  await watchForStrangers(page, references)
  let isBusy = true
  const talking = (async () => {
    for (let round = 0; isBusy; round++) {
      const citizen = citizens[round % 4]
      if (citizen) await says(citizen, `Nog iets over ${citizen.reference}.`)
    }
  })()
  for (let step = 0; step < 120; step++) {
    const place = (step * 7) % 4
    await page.keyboard.press(`Alt+${place + 1}`)
    if (step % 5 === 0) {
      const reference = references[place] ?? ''
      await page.getByRole('region', { name: `Gesprek ${reference}` }).waitFor()
      expect(await answer.inputValue()).toBe(`Ontwerp voor ${reference}`)
    }
  }
  isBusy = false
  await talking
  const strangers = () => page.evaluate(() => Reflect.get(globalThis, 'strangers') as string[])
  expect(await strangers()).toEqual([])
  // The watch itself would have seen one.
  await page.keyboard.press('Alt+1')
  await page.getByRole('region', { name: `Gesprek ${references[0]}` }).waitFor()
  await answer.fill(`Ontwerp voor ${references[1]}`)
  await expect.poll(strangers).not.toEqual([])
  expect(trouble).toEqual([])
  await close()
})

test('DESK-9: hold, emergency, and a transfer to a colleague with a note', async () => {
  const { page, log, trouble, close } = await atWork('Daan')
  const colleague = await atWork('Sofie')
  await colleague.chooseStatus('Pauze')
  const citizen = await asks('Er ligt een boom op de weg.')
  await accept(page, citizen)
  await page.keyboard.press('Alt+h')
  await page.getByText('Dit gesprek staat in de wacht.').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Alt+h')
  await page.getByText('Dit gesprek staat in de wacht.').waitFor({ state: 'hidden' })

  await page.keyboard.press('F8')
  const emergency = page.getByRole('alertdialog', { name: 'Noodsituatie' })
  await emergency.getByText('112').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await page.getByText('Uw supervisor is gealarmeerd').waitFor()

  await colleague.chooseStatus('Beschikbaar')
  await page.keyboard.press('Alt+t')
  const transfer = page.getByRole('dialog', { name: 'Gesprek doorgeven' })
  await transfer.getByRole('combobox', { name: 'Aan wie?' }).fill('Sof')
  // The list floats outside every landmark, as React Aria makes it.
  await expectAccessible(page, 'region')
  await page.getByRole('option', { name: /^Sofie/ }).click()
  await transfer.getByRole('textbox', { name: 'Wat moet uw collega weten?' }).fill('Is ongerust.')
  await transfer.getByRole('button', { name: 'Doorgeven' }).click()
  await page.getByText('U gaf dit gesprek door.').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText(`Afgerond: ${citizen.reference}`).waitFor()
  await log.waitFor({ state: 'hidden' })

  await accept(colleague.page, citizen)
  await colleague.page.getByText('Is ongerust.').waitFor()
  await colleague.page.getByText(/^Daan, /).waitFor()
  await expectAccessible(colleague.page)
  expect([...trouble, ...colleague.trouble]).toEqual([])
  await colleague.close()
  await close()
})

test('DESK-9: abuse is warned of, then ends the conversation', async () => {
  const { page, trouble, close } = await atWork('Daan')
  await accept(page, await asks('Jullie zijn allemaal idioten.'))
  await page.keyboard.press('F9')
  const abuse = page.getByRole('dialog', { name: 'Misbruik melden' })
  await abuse.getByRole('button', { name: 'Waarschuwing noteren' }).click()
  await page.getByText('Waarschuwing genoteerd').waitFor()
  await page.keyboard.press('F9')
  await abuse.getByText('Gesprek beëindigen').first().click()
  await expectAccessible(page)
  await abuse.getByRole('button', { name: 'Gesprek beëindigen' }).click()
  await page.getByText('Het gesprek is afgelopen.').waitFor()
  expect(trouble).toEqual([])
  await close()
})
