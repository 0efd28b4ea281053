import { expect, test } from 'vitest'
import type { ChatView, MessageView } from '../../../server/modules/chat/contract.ts'
import { announcement } from './announcement.ts'
import { spokenReference, statusText } from './status-text.ts'
import * as talks from './talk.ts'
import { chatWords } from './words/chat-words.ts'

const nl = chatWords.nl
const chat: ChatView = {
  contact: 'c',
  reference: '482-173-9466',
  state: 'waiting',
  endedAs: null,
  language: 'nl',
  agent: null,
  standing: { position: 3, expectedWaitMs: 200_000 },
  urgent: false,
  citizenPresent: true,
  rated: false,
  openedAt: 0,
  now: 0,
}
const talking: ChatView = { ...chat, state: 'talking', agent: 'Noor', standing: null }
const said = (number: number, author: MessageView['author'], id = `m${number}`): MessageView => ({
  number,
  id,
  author,
  name: author === 'agent' ? 'Noor' : null,
  body: `bericht ${number}`,
  file: null,
  sentAt: number,
})
const open: talks.Talk = { ...talks.unknown, connection: 'open' }

test('WIDGET-12: what is heard twice is there once, in the order of the server', () => {
  const first = talks.heard(open, chat, [said(1, 'citizen'), said(2, 'agent')])
  const again = talks.heard(first, talking, [
    said(1, 'citizen'),
    said(2, 'agent'),
    said(3, 'agent'),
  ])
  expect(again.messages.map(({ number }) => number)).toEqual([1, 2, 3])
})

test('WIDGET-12: an own message is shown at once, and once when the server tells it', () => {
  const sending = talks.wrote(talks.wrote(open, { id: 'm1', body: 'a' }), { id: 'm1', body: 'a' })
  expect(sending.own.map(({ state }) => state)).toEqual(['sending'])
  const sent = talks.stored(sending, 'm1')
  expect(sent.own.map(({ state }) => state)).toEqual(['sent'])
  const told = talks.heard(sent, talking, [said(1, 'citizen')])
  expect(told.own).toEqual([])
  expect(talks.wrote(told, { id: 'm1', body: 'a' })).toBe(told)
  expect(talks.stored(told, 'm1').own).toEqual([])
})

test('WIDGET-13: a refused message stays with its sentence until it is taken back', () => {
  const sending = talks.wrote(open, { id: 'm1', body: 'a' })
  const refused = talks.refused(sending, 'm1', 'Te laat.')
  expect(refused.own).toEqual([{ id: 'm1', body: 'a', state: 'refused', sentence: 'Te laat.' }])
  expect(talks.withdrawn(refused, 'm1').own).toEqual([])
})

test('WIDGET-15: the queue, the agent, a lost connection and the end in words', () => {
  const text = (view: ChatView | null, connection: talks.Talk['connection'] = 'open') =>
    statusText({ ...open, chat: view, connection }, nl)
  expect(text(null)).toBe('We openen uw gesprek.')
  expect(text(chat)).toBe('U bent de 3de in de rij. Verwachte wachttijd: ongeveer 4 minuten.')
  expect(text({ ...chat, standing: { position: 1, expectedWaitMs: 59_999 } })).toBe(
    'U bent de volgende. Verwachte wachttijd: minder dan een minuut.',
  )
  expect(text({ ...chat, standing: { position: 8, expectedWaitMs: null } })).toBe(
    'U bent de 8ste in de rij.',
  )
  expect(text({ ...chat, standing: null })).toBe('U staat in de rij.')
  expect(text({ ...chat, state: 'offered' })).toBe('Zo meteen antwoordt er iemand.')
  expect(text(talking)).toBe('U chat met Noor.')
  expect(text({ ...talking, state: 'held' })).toBe('Noor zoekt iets voor u op. Een ogenblik.')
  expect(text(talking, 'lost')).toBe(nl.lost)
  expect(text({ ...chat, state: 'over' }, 'lost')).toBe('Dit gesprek is afgelopen.')
})

test('WIDGET-15: who is handed on hears that first', () => {
  const talk = talks.heard(open, { ...chat, standing: null }, [said(1, 'agent')])
  expect(statusText(talk, nl)).toBe('Een collega helpt u zo verder. U staat in de rij.')
})

test('WIDGET-15: the reference is written as it is read aloud', () => {
  expect(spokenReference('482-173-9466')).toBe('482 173 9466')
})

test('WIDGET-16: a new message and a new place are told; a shorter wait is not', () => {
  const before = talks.heard(open, chat, [])
  const shorter = { ...chat, standing: { position: 3, expectedWaitMs: 100_000 } }
  expect(announcement(talks.heard(before, shorter, []), before, 'nl')).toBe('')
  const nearer = { ...chat, standing: { position: 2, expectedWaitMs: 100_000 } }
  expect(announcement(talks.heard(before, nearer, []), before, 'nl')).toContain('de 2de in de rij')
  const answered = talks.heard(before, talking, [said(1, 'citizen'), said(2, 'agent')])
  expect(announcement(answered, before, 'nl')).toBe('U chat met Noor. Noor: bericht 2')
  expect(announcement(talks.heard(answered, talking, []), answered, 'nl')).toBe('')
})

test('WIDGET-16: after a reload the old messages are not read out again', () => {
  const resumed = talks.heard(open, talking, [said(1, 'citizen'), said(2, 'agent')])
  expect(announcement(resumed, open, 'nl')).toBe('U chat met Noor.')
})

test('WIDGET-21: unread is what the other side wrote since it was last on screen', () => {
  const talk = talks.heard(open, talking, [said(1, 'citizen'), said(2, 'agent'), said(3, 'agent')])
  expect(talks.unreadOf(talk)).toBe(2)
  const seen = talks.seenAll(talk)
  expect(talks.unreadOf(seen)).toBe(0)
  expect(talks.unreadOf(talks.heard(seen, talking, [said(4, 'citizen'), said(5, 'agent')]))).toBe(1)
})

test('WIDGET-20: only a conversation that took place can be rated, once', () => {
  const over: ChatView = { ...talking, state: 'over', agent: null }
  const spoke = talks.heard(open, over, [said(1, 'agent')])
  expect(talks.canRate(spoke)).toBe(true)
  expect(talks.canRate(talks.heard(open, { ...over, rated: true }, [said(1, 'agent')]))).toBe(false)
  const left: ChatView = { ...chat, state: 'closed', endedAs: 'abandoned', standing: null }
  expect(talks.canRate(talks.heard(open, left, [said(1, 'citizen')]))).toBe(false)
})
