import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Output } from '../server/kit/contract.ts'
import { newId } from '../server/kit/ids.ts'
import { must } from '../server/kit/must.ts'
import { reply, say } from '../server/modules/chat/contract.ts'
import {
  addQuestion,
  chooseTheme,
  finish,
  focus,
  setOutcome,
  timeline,
  wrapUp,
} from '../server/modules/contacts/contract.ts'
import {
  acceptOffer,
  type DeskView,
  offerBecause,
  setStatus,
} from '../server/modules/routing/contract.ts'
import { townIds } from '../town/ids.ts'
import { openHouse, Person } from './house.ts'
import { root } from './source-tree.ts'

// Plays one chat through the real server and tells it as rows in docs/a-chat.md. The test holds the
// page to what happens; `UPDATE=1 npx vitest run checks/a-chat` writes it again.

const page = join(root, 'docs', 'a-chat.md')
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function playChat(url: string) {
  const daan = await Person.staff(url, 'daan')
  const desk = await daan.watch('desk:')
  await daan.ask(setStatus, { status: 'available' })
  const citizen = await Person.citizen(url, {
    message: 'Dag, wanneer is de Molenstraat weer open?',
  })
  await citizen.watch(`chat:${citizen.contact}`)
  const offered = await desk.until(({ body }) => inHand(body).length === 1)
  const contact = must(inHand(offered.body)[0])
  const mine = { contact: contact.id, engagement: must(contact.engagements[0]).id }
  const first = must(contact.questions[0]).id
  await pause(600)
  await daan.ask(acceptOffer, mine)
  await pause(300)
  await daan.ask(reply, {
    ...mine,
    id: newId(),
    body: 'Goedendag, vrijdag 27 november om 6 uur.',
    seen: 1,
  })
  await pause(400)
  const next = newId()
  await citizen.ask(say, { id: next, body: 'Dank u. En waar meld ik een put in de weg?' }, next)
  const theme = townIds.theme('wegenwerken')
  await daan.ask(chooseTheme, { ...mine, question: first, theme })
  const { question: second } = await daan.ask(addQuestion, { ...mine, theme })
  await daan.ask(focus, { ...mine, question: second })
  await pause(500)
  await daan.ask(reply, { ...mine, id: newId(), body: 'Dat kan op het meldpunt wegen.', seen: 3 })
  await daan.ask(finish, mine)
  await pause(200)
  await daan.ask(setOutcome, { ...mine, question: first, outcome: 'answered', destination: null })
  await daan.ask(setOutcome, {
    ...mine,
    question: second,
    outcome: 'signposted',
    destination: 'Meldpunt wegen',
  })
  await daan.ask(wrapUp, mine)
  const told = await daan.ask(timeline, { contact: contact.id })
  const { offers } = await daan.ask(offerBecause, { contact: contact.id })
  return { told, offers }
}

const inHand = (body: unknown) => (body as DeskView).contacts

type Told = Output<typeof timeline>

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function tell(told: Told, offers: Output<typeof offerBecause>['offers']): string {
  const { contact, events, handling } = told
  const since = (at: number) => `+${((at - contact.openedAt) / 1000).toFixed(3)} s`
  const short = (id: string) => `${id.slice(-6)}`
  const plain = (data: unknown) =>
    JSON.stringify(data).replace(/"([0-9a-f]{8}-[0-9a-f-]{27})"/g, (_, id) => `"…${short(id)}"`)
  return `# A chat, as rows

One contact of the invented town, exactly as the database holds it. Made by a test from a real run:
\`UPDATE=1 npx vitest run checks/a-chat\`. Ids are cut to their last six signs.

A citizen asks when a street opens again, an agent answers, a second question comes up, and both
are decided in wrap-up. The words are in \`chat_message\`; the log never holds them.

## The log: \`contact_event\`

${table(
  ['version', 'happened', 'type', 'by', 'engagement', 'data'],
  events.map((event) => [
    String(event.version),
    since(event.happenedAt),
    event.type,
    event.by.kind,
    event.engagement ? `…${short(event.engagement)}` : '',
    `\`${plain(event.data)}\``,
  ]),
)}

## Why this agent: \`offer\`

${offers.map(({ because }) => `\`${plain(because)}\``).join('\n\n')}

## The time of the agent: \`segment\`, shared over what was in hand

${table(
  ['phase', 'question', 'from', 'until', 'handling'],
  handling.map((share) => [
    share.phase,
    `…${short(share.question)}`,
    since(share.from),
    since(share.until),
    `${share.handlingMs} ms`,
  ]),
)}

Phases of the contact, in ms: ${plain(contact.phases)}, which is the whole from opening to closing.
`
}

/** Without the figures and ids that differ from run to run. */
const shape = (text: string) =>
  text
    .replace(/…[0-9a-f]{6}/g, '…')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')

test('docs/a-chat.md tells a chat as it really goes', async () => {
  const house = await openHouse()
  const { told, offers } = await playChat(house.url).finally(() => house.close())
  const { contact } = told
  const sum = Object.values(contact.phases).reduce((total, ms) => total + ms, 0)
  expect(sum).toBe(must(contact.closedAt) - contact.openedAt)
  const text = tell(told, offers)
  if (process.env.UPDATE) writeFileSync(page, text)
  expect(shape(readFileSync(page, 'utf8'))).toBe(shape(text))
})
