import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, Person } from '../../checks/house.ts'
import { expectAccessible, openBrowser } from '../../checks/journey.ts'
import { limit, widgetSize } from '../../checks/widget-size.ts'
import { pdf, png } from '../../server/modules/chat/sample-files.ts'
import { closeLine, lines, reopenLine } from '../../server/modules/clients/contract.ts'
import {
  AgentAtWork,
  leaveChat,
  openSite,
  referenceOn,
  roads,
  type Site,
  startChat,
  visitSite,
} from './testing.ts'

let house: House
let browser: Browser
let site: Site
beforeAll(async () => {
  house = await openHouse()
  browser = await openBrowser()
  site = await openSite(house)
})
afterAll(async () => {
  await browser?.close()
  site?.close()
  await house?.close()
})

const opener = (page: Page, name = 'Contact') => page.getByRole('button', { name, exact: true })
const field = (page: Page) => page.getByRole('textbox', { name: 'Uw bericht' })
const writes = async (page: Page, body: string) => {
  await field(page).fill(body)
  await field(page).press('Enter')
}

test('WIDGET-1: the script is small, and the chat is not loaded before it is chosen', async () => {
  expect(widgetSize()).toBeLessThanOrEqual(limit)
  const { page, close } = await visitSite(browser, site)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await opener(page).click()
  const chat = page.getByRole('button', { name: 'Chat met ons' })
  await chat.waitFor()
  expect(asked.filter((url) => url.endsWith('.js'))).toEqual([])
  await chat.click()
  await page.getByText('Waarover gaat uw vraag?').waitFor()
  expect(asked.filter((url) => url.endsWith('.js'))).toHaveLength(1)
  await close()
})

test('WIDGET-2, WIDGET-4: on a site with a strict policy and wild styles; own lines first', async () => {
  const style = 'html{font-size:40px}*{color:red!important}div,button{display:none}'
  const { page, trouble, close } = await visitSite(browser, site, { style })
  await opener(page).click()
  await page.getByRole('heading', { name: 'Wegenlijn' }).waitFor()
  const names = page.getByRole('dialog').getByRole('heading', { level: 3 })
  expect(await names.allTextContents()).toEqual(['Wegenlijn', '1700'])
  const call = page.getByRole('link', { name: 'Bel 02 000 24 00' })
  expect(await call.getAttribute('href')).toBe('tel:020002400')
  const size = await call.evaluate((link) => getComputedStyle(link).fontSize)
  expect(size).toBe('16px')
  expect(trouble).toEqual([])
  await close()
})

test('WIDGET-3: inline in a header, in the language of the page, and in the one that is chosen', async () => {
  const look = { target: '#contact', language: 'fr-BE' }
  const { page, trouble, close } = await visitSite(browser, site, look)
  await page.locator('#contact').getByRole('button', { name: 'Contact' }).click()
  await page.getByRole('button', { name: 'Chattez avec nous' }).waitFor()
  await expectAccessible(page)
  for (const [name, chat] of [
    ['Deutsch', 'Chatten Sie mit uns'],
    ['English', 'Chat with us'],
    ['Nederlands', 'Chat met ons'],
  ] as const) {
    await page.getByRole('button', { name }).click()
    await page.getByRole('button', { name: chat }).waitFor()
    await expectAccessible(page)
  }
  await page.getByRole('button', { name: 'Deutsch' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Chatten Sie mit uns' }).waitFor()
  expect(trouble).toEqual([])
  await close()
})

test('WIDGET-6: without the server it says so, and tries again on one key', async () => {
  const { page, close } = await visitSite(browser, site)
  await page.route('**/api/**', (route) => route.abort())
  await opener(page).click()
  await page.getByText('We kunnen de contactmogelijkheden nu niet tonen').waitFor()
  await expectAccessible(page)
  await page.unroute('**/api/**')
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await page.getByRole('button', { name: 'Chat met ons' }).waitFor()
  await close()
})

test('WIDGET-7, WIDGET-10, WIDGET-15, WIDGET-20: a whole chat by keyboard, at 320 px', async () => {
  const viewport = { width: 320, height: 640 }
  const { page, trouble, close } = await visitSite(browser, site, {}, { viewport })
  const agent = await AgentAtWork.begin(house)
  await opener(page).press('Enter')
  await page.getByRole('button', { name: 'Chat met ons' }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await expect.poll(() => opener(page).evaluate(isFocused)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Chat met ons' }).press('Enter')
  await page.getByRole('button', { name: 'Start de chat' }).press('Enter')
  await page.getByText('Kies een onderwerp, of “Ik weet het niet”.').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('i')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Wanneer is de Molenstraat weer open?')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Uw referentie:').waitFor()
  await expectAccessible(page)
  const talk = await agent.accept(await referenceOn(page))
  await page.getByText('U chat met Daan.').first().waitFor()
  await talk.types()
  await page.getByText('Daan is aan het typen').waitFor()
  await talk.says('Goedendag, vrijdag om 6 uur. Zie https://wegen.leemland.example.')
  await page.getByRole('link', { name: 'https://wegen.leemland.example', exact: true }).waitFor()
  await page.keyboard.type('Dank u.')
  await page.keyboard.press('Enter')
  await expect.poll(() => talk.bodies.at(-1)).toBe('Dank u.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Gesprek verlaten' }).press('Enter')
  await page.getByRole('alertdialog').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Gesprek verlaten' }).press('Enter')
  await page.getByRole('button', { name: 'Ja, verlaten' }).press('Enter')
  await page.getByText('Dit gesprek is afgelopen.').first().waitFor()
  await page.getByRole('heading', { name: 'Hoe was dit gesprek?' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Mening geven' }).press('Enter')
  await page.getByText('Geef minstens één cijfer, of sla over.').waitFor()
  await page.getByRole('group', { name: 'Het antwoord was juist' }).getByLabel('5').press('Space')
  await page.getByRole('button', { name: 'Mening geven' }).press('Enter')
  await page.getByText('Dank u voor uw mening.').waitFor()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Kopie bewaren' }).press('Enter')
  const text = await readFile(await (await saved).path(), 'utf8')
  expect(text).toContain('Daan: Goedendag, vrijdag om 6 uur.')
  expect(text).toContain('U: Dank u.')
  await page.getByRole('button', { name: 'Nieuwe vraag' }).press('Enter')
  await page.getByRole('button', { name: 'Chat met ons' }).waitFor()
  expect(await page.evaluate(() => localStorage.getItem('onthaal'))).not.toContain('token')
  expect(await page.context().cookies()).toEqual([])
  expect(trouble).toEqual([])
  await agent.rest()
  await close()
})

test('WIDGET-12, WIDGET-14: reload, second tab and ten seconds without network lose and double nothing', async () => {
  const { page, close } = await visitSite(browser, site)
  const agent = await AgentAtWork.begin(house)
  await startChat(page, 'een')
  const talk = await agent.accept(await referenceOn(page))
  await field(page).fill('nog niet af')
  await page.reload()
  await page.getByText('U chat met Daan.').first().waitFor()
  expect(await field(page).inputValue()).toBe('nog niet af')
  await writes(page, 'twee')
  await expect.poll(() => talk.bodies).toEqual(['een', 'twee'])

  const other = await page.context().newPage()
  await other.goto(site.address())
  await other.getByRole('listitem').filter({ hasText: 'twee' }).waitFor()
  await writes(other, 'drie')
  await page.getByRole('listitem').filter({ hasText: 'drie' }).waitFor()

  await page.context().setOffline(true)
  await writes(page, 'vier')
  await writes(page, 'vijf')
  await page.getByText('wordt verstuurd').first().waitFor()
  await page.waitForTimeout(5_000)
  await talk.says('Bent u er nog?')
  await page.waitForTimeout(5_000)
  await page.context().setOffline(false)
  await page.getByRole('listitem').filter({ hasText: 'Bent u er nog?' }).waitFor()
  await expect
    .poll(() => talk.bodies, { timeout: 15_000 })
    .toEqual(['een', 'twee', 'drie', 'Bent u er nog?', 'vier', 'vijf'])
  for (const tab of [page, other]) {
    await expect.poll(() => wordsOn(tab)).toEqual(talk.bodies)
    expect(await tab.getByText('wordt verstuurd').count()).toBe(0)
  }
  await talk.ends()
  for (const tab of [page, other])
    await tab.getByText('Dit gesprek is afgelopen.').first().waitFor()
  await agent.rest()
  await close()
})

test('WIDGET-11: a start that is not answered is asked again as the same, also after a reload', async () => {
  const { page, close } = await visitSite(browser, site)
  const keys: string[] = []
  let isLost = true
  await page.route('**/api/chat.startChat', async (route) => {
    const key = route.request().headers()['idempotency-key']
    if (key) keys.push(key)
    // The server does it, and the answer is lost.
    const answer = await route.fetch()
    await (isLost ? route.abort() : route.fulfill({ response: answer }))
  })
  await opener(page).click()
  await page.getByRole('button', { name: 'Chat met ons' }).click()
  await page.getByLabel('Waarover gaat uw vraag?').selectOption('Wegenwerken en omleidingen')
  await page.getByRole('button', { name: 'Start de chat' }).click()
  await page.getByText('We bereiken de chat niet.').waitFor()
  await expectAccessible(page)
  await page.reload()
  await page.getByText('We bereiken de chat niet.').waitFor()
  isLost = false
  await page.getByText('Uw referentie:').waitFor()
  expect(keys.length).toBeGreaterThan(2)
  expect(new Set(keys).size).toBe(1)
  await leaveChat(page)
  await close()
})

test('WIDGET-17, WIDGET-19, WIDGET-21: danger, masked numbers, and what was not seen', async () => {
  const { page, trouble, close } = await visitSite(browser, site)
  const agent = await AgentAtWork.begin(house)
  await startChat(page, 'Mijn rijksregisternummer is 85.07.30-033.28.')
  const talk = await agent.accept(await referenceOn(page))
  await page.getByText('We verborgen een rijksregisternummer').waitFor()
  await writes(page, 'Hij ademt niet!')
  await page.getByRole('alert').getByRole('link', { name: '112' }).waitFor()
  await expectAccessible(page)
  await page.reload()
  await page.getByRole('link', { name: '112' }).waitFor()
  await page.getByRole('button', { name: 'Sluiten' }).click()
  await talk.says('Ik bel mee met 112.')
  await page.getByRole('button', { name: 'Uw chat: 1 nieuw bericht' }).click()
  await page.getByText('Ik bel mee met 112.').waitFor()
  await opener(page, 'Uw chat').waitFor()
  expect(trouble).toEqual([])
  await talk.ends()
  await agent.rest()
  await close()
})

test('WIDGET-13: a refused message says why, is taken back with one button, and blocks nothing', async () => {
  const { page, close } = await visitSite(browser, site)
  await startChat(page, 'Dag')
  const headers = { 'access-control-allow-origin': '*' }
  const json = { refusal: 'chat.emptyMessage', sentence: 'Dit kan niet verstuurd worden.' }
  await page.route('**/api/chat.say', (route) => route.fulfill({ status: 422, headers, json }))
  await writes(page, 'geweigerd')
  await page.getByText('Niet verstuurd. Dit kan niet verstuurd worden.').waitFor()
  await expectAccessible(page)
  await page.unroute('**/api/chat.say')
  await page.getByRole('button', { name: 'Opnieuw bewerken' }).click()
  expect(await field(page).inputValue()).toBe('geweigerd')
  await field(page).press('Enter')
  await expect.poll(() => wordsOn(page)).toEqual(['Dag', 'geweigerd'])
  await leaveChat(page)
  await close()
})

test('WIDGET-18: a file goes with its progress; what may not be sent is told at once', async () => {
  const { page, trouble, close } = await visitSite(browser, site)
  const agent = await AgentAtWork.begin(house)
  await startChat(page, 'Hier is een foto.')
  const talk = await agent.accept(await referenceOn(page))
  const picker = page.locator('input[type=file]')
  await picker.setInputFiles({ name: 'put.png', mimeType: 'image/png', buffer: png })
  const file = page.getByRole('button', { name: 'put.png opslaan' })
  await file.waitFor()
  const saved = page.waitForEvent('download')
  await file.click()
  expect(await readFile(await (await saved).path())).toEqual(png)
  await picker.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') })
  await page.getByText('Alleen een foto (JPEG, PNG, WebP) of een pdf').waitFor()
  await page.getByRole('button', { name: 'Verwijderen' }).click()
  await page.route('**/api/chat.sendFile', (route) => route.abort())
  await picker.setInputFiles({ name: 'brief.pdf', mimeType: 'application/pdf', buffer: pdf })
  await page.getByText('brief.pdf is niet verstuurd.').waitFor()
  await expectAccessible(page)
  await page.unroute('**/api/chat.sendFile')
  await page.getByRole('button', { name: 'Opnieuw proberen' }).click()
  await page.getByRole('button', { name: 'brief.pdf opslaan' }).waitFor()
  expect(trouble.filter((line) => !line.includes('ERR_FAILED'))).toEqual([])
  await talk.ends()
  await agent.rest()
  await close()
})

test('WIDGET-4, WIDGET-17: a line that closes says why; in danger the numbers come all the same', async () => {
  const { page, close } = await visitSite(browser, site)
  await opener(page).click()
  await page.getByRole('button', { name: 'Chat met ons' }).click()
  await page.getByLabel('Waarover gaat uw vraag?').selectOption('Ik weet het niet')
  await page
    .getByLabel('Uw vraag', { exact: true })
    .fill('Er is iemand bewusteloos, hij ademt niet!')
  const supervisor = await Person.staff(house.url, 'karim')
  const line = (await supervisor.ask(lines, {})).lines.find(({ code }) => code === 'wegenlijn')
  const text = { nl: 'Door een storing kunnen wij nu niet antwoorden.' }
  const about = { line: line?.id ?? '', reason: 'storing' }
  await supervisor.ask(closeLine, { ...about, text, until: null })
  await page.waitForTimeout(500)
  await page.getByRole('button', { name: 'Start de chat' }).click()
  await page.getByText(text.nl).waitFor()
  await page.getByRole('link', { name: '112' }).waitFor()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Terug naar uw vraag' }).click()
  expect(await page.getByLabel('Uw vraag', { exact: true }).inputValue()).toContain('bewusteloos')
  await page.getByRole('button', { name: 'Terug naar alle contactmogelijkheden' }).click()
  await page.getByText('Uitzonderlijk gesloten').waitFor({ timeout: 50_000 })
  await expectAccessible(page)
  await supervisor.ask(reopenLine, about)
  await close()
})

test('PUBLIC-3: the citizens’ page shows every line, in four languages, as any department', async () => {
  const { page, trouble, close } = await visitSite(browser, site)
  for (const [language, heading] of [
    ['nl', 'Een vraag aan de overheid?'],
    ['fr', 'Une question à l’administration ?'],
    ['de', 'Eine Frage an die Verwaltung?'],
    ['en', 'A question for the government?'],
  ] as const) {
    await page.goto(`${house.url}/?lang=${language}`)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    expect(await page.getByRole('heading', { level: 3 }).count()).toBe(4)
    await expectAccessible(page)
  }
  await page.goto(`${house.url}/?lang=nl&department=${roads}`)
  await page.getByRole('heading', { level: 1, name: /Wegen en Vervoer/ }).waitFor()
  await opener(page).click()
  await page.getByRole('button', { name: 'Chat met ons' }).waitFor()
  await expectAccessible(page)
  expect(trouble).toEqual([])
  await close()
})

const isFocused = (element: Element) =>
  (element.getRootNode() as Document | ShadowRoot).activeElement === element

function wordsOn(page: Page): Promise<(string | null)[]> {
  return page
    .getByRole('region', { name: 'Berichten' })
    .getByRole('listitem')
    .locator('.words')
    .allTextContents()
}
