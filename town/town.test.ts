import { describe, expect, test } from 'vitest'
import { roles } from '../server/kit/contract.ts'
import { languages } from '../server/kit/refusal.ts'
import { soundsLikeDanger } from '../server/modules/chat/danger-words.ts'
import { readHours } from '../server/modules/clients/hours-document.ts'
import { textSchema } from '../server/modules/clients/text.ts'
import { withoutTheme } from '../server/modules/contacts/contract.ts'
import { cannedAnswers, placeholders } from './canned-answers.ts'
import { cast, claimOf } from './cast.ts'
import { citizens } from './citizens/citizens.ts'
import { departments } from './departments.ts'
import { dangerWords, emergencyNumbers } from './emergency.ts'
import { lines } from './lines.ts'
import { operators } from './operators.ts'
import { queues } from './queues.ts'
import { skills } from './skills.ts'
import { themes } from './themes.ts'

const agents = cast.filter((staff) => staff.grants.some((grant) => grant.role === 'agent'))

describe('codes', () => {
  test('every code is unique', () => {
    for (const codes of [
      [...departments, ...operators, ...lines].map(({ code }) => code),
      themes.map(({ code }) => code),
      queues.map(({ code }) => code),
      cannedAnswers.map(({ code }) => code),
      cast.map(({ subject }) => subject),
      citizens.map(({ id }) => id),
    ])
      expect(codes.length).toBe(new Set(codes).size)
  })

  test('organisations carry codes that the real registry does not use', () => {
    for (const { code } of [...departments, ...operators]) expect(code).toMatch(/^OVO9\d{5}$/)
  })

  test('no number of the town can ring anywhere', () => {
    const written = JSON.stringify([departments, lines, cannedAnswers, citizens])
    for (const [number] of written.matchAll(/\+32 \d[\d ]+|\b02 \d{3} \d\d \d\d/g))
      expect(number).toMatch(/^(\+32 2|02) 000 /)
  })
})

describe('lines', () => {
  test.each(lines)('$code: hours, texts and languages are complete', (line) => {
    expect(readHours(line.hours)).toEqual({ document: line.hours })
    for (const { text } of line.texts.instead) expect(Object.keys(text)).toEqual([...languages])
    for (const part of ['opening', 'closed', 'exceptionallyClosed', 'privacy'] as const)
      for (const language of languages) expect(line.texts[part][language]).not.toBe('')
  })

  test.each(lines)(
    '$code: every theme has exactly one queue, and one takes the unknown',
    (line) => {
      const own = queues.filter((queue) => queue.line === line.code)
      expect(own.flatMap((queue) => queue.themes).sort()).toEqual(line.themes.toSorted())
      expect(own.filter((queue) => queue.unknown)).toHaveLength(1)
    },
  )

  test('every theme is on a line, of a department that exists', () => {
    for (const theme of themes) {
      expect(lines.some((line) => line.themes.includes(theme.code))).toBe(true)
      expect(departments.map(({ code }) => code)).toContain(theme.department)
    }
  })

  test.each(lines)(
    '$code: each language it offers is spoken by an agent of its operator',
    (line) => {
      for (const { language } of line.languages)
        expect(
          agentsOf(line.operator).filter((agent) => agent.skills[`lang:${language}`]),
        ).not.toEqual([])
    },
  )
})

describe('queues', () => {
  test.each(queues)('$code: an agent of its operator knows enough', ({ line, skills }) => {
    const operator = lines.find(({ code }) => code === line)?.operator
    expect(agentsOf(operator).filter((agent) => knows(agent.skills, skills))).not.toEqual([])
  })

  test.each(queues)(
    '$code: overflows only to where someone can take it',
    ({ overflow, skills }) => {
      for (const { to } of overflow)
        if ('queue' in to) expect(queues.map(({ code }) => code)).toContain(to.queue)
        else
          expect(agentsOf(to.operator).filter((agent) => knows(agent.skills, skills))).not.toEqual(
            [],
          )
    },
  )
})

describe('cast', () => {
  test('somebody holds every role', () => {
    const held = cast.flatMap((staff) => staff.grants.map((grant) => grant.role))
    expect([...new Set(held)].sort()).toEqual(roles.toSorted())
  })

  test('every scope is somewhere, every skill is named', () => {
    const codes = [...operators, ...departments, ...lines].map(({ code }) => code)
    for (const { scope } of cast.flatMap((staff) => staff.grants))
      if (scope.kind !== 'all') expect(codes).toContain(scope.code)
    for (const staff of cast)
      for (const [skill, level] of Object.entries(staff.skills)) {
        expect(skills).toHaveProperty([skill])
        expect([1, 2, 3, 4, 5]).toContain(level)
      }
  })

  test('a grant is stated as role and code', () => {
    expect(cast[0]?.grants.map(claimOf)).toEqual(['agent:OVO900310'])
  })
})

describe('words', () => {
  test.each(cannedAnswers)(
    'canned answer $code uses known placeholders, the same in each language',
    ({ line, text }) => {
      if (line !== null) expect(lines.map(({ code }) => code)).toContain(line)
      const used = Object.values(textSchema.parse(text)).map((one) =>
        [...(one ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort(),
      )
      for (const names of used) {
        expect(names).toEqual(used[0])
        for (const name of names) expect(placeholders).toContain(name)
      }
    },
  )

  test('in each language there is a number for danger and one to be heard', () => {
    for (const language of languages)
      expect(
        emergencyNumbers.filter((number) => number.languages.includes(language)).length,
      ).toBeGreaterThan(1)
  })
})

describe('citizens', () => {
  const ours = Object.values(dangerWords).flat()

  test.each(citizens)('$id asks on a line, a theme and in a language that exist', (citizen) => {
    const line = lines.find(({ code }) => code === citizen.line)
    expect(line?.languages.map(({ language }) => language)).toContain(citizen.language)
    if (citizen.theme !== null) expect(line?.themes).toContain(citizen.theme)
    for (const { asks } of citizen.exchanges) expect(asks).not.toBe('')
    for (const end of citizen.ends)
      if (end.theme !== null) expect(themes.map(({ code }) => code)).toContain(end.theme)
      else expect([...withoutTheme, 'press', 'dataRequest', 'signposted']).toContain(end.outcome)
  })

  test.each(citizens)('$id writes words of acute danger only when in danger', (citizen) => {
    const alarming = citizen.exchanges.filter(({ asks }) => soundsLikeDanger(asks, ours))
    expect(alarming.length > 0).toBe(citizen.inDanger === true)
  })

  test('each outcome ends some conversation', () => {
    const ends = new Set(citizens.flatMap((citizen) => citizen.ends.map((end) => end.outcome)))
    expect(ends.size).toBe(12)
    expect(citizens.length).toBeGreaterThanOrEqual(40)
  })
})

function agentsOf(operator: string | undefined) {
  return agents.filter((agent) =>
    agent.grants.some(({ scope }) => scope.kind === 'operator' && scope.code === operator),
  )
}

function knows(has: Record<string, number>, needed: { skill: string; level: number }[]): boolean {
  return needed.every(({ skill, level }) => (has[skill] ?? 0) >= level)
}
