import { expect, test } from 'vitest'
import { identityOf } from './identity.ts'
import { claimValues, grantOf, readStatement } from './role-claims.ts'

const known = {
  operator: new Set(['OVO900310', 'OVO900900']),
  department: new Set(['OVO900110', 'OVO900900']),
  line: new Set(['1700']),
}

function grant(value: string, map?: Record<string, string>) {
  const found = grantOf(readStatement(value, map), known)
  return found && `${found.role} ${found.scopeKind} ${found.scopeCode}`.trim()
}

test('ACCESS-10: the code decides of what, by what the role can be given for', () => {
  expect(grant('agent:OVO900310')).toBe('agent operator OVO900310')
  expect(grant('agent:1700')).toBe('agent line 1700')
  expect(grant('editor:OVO900110')).toBe('editor department OVO900110')
  // The same code is an operator's and a department's.
  expect(grant('supervisor:OVO900900')).toBe('supervisor operator OVO900900')
  expect(grant('client:OVO900900')).toBe('client department OVO900900')
  expect(grant('agent:OVO900110')).toBeNull()
  expect(grant('expert:OVO900310')).toBeNull()
})

test('ACCESS-10: without a code a role holds for everything, where that can be', () => {
  expect(grant('administrator')).toBe('administrator all')
  expect(grant('privacyOfficer')).toBe('privacyOfficer all')
  expect(grant('contactCentreExpert')).toBe('contactCentreExpert all')
  for (const role of ['agent', 'supervisor', 'expert', 'client']) expect(grant(role)).toBeNull()
  expect(grant('administrator:OVO900310')).toBeNull()
  expect(grant('agent:all')).toBeNull()
})

test('ACCESS-11: role names in any of their spellings, codes exactly', () => {
  expect(grant('contact-centre-expert:1700')).toBe('contactCentreExpert line 1700')
  expect(grant('Privacy_Officer')).toBe('privacyOfficer all')
  expect(grant(' AGENT : OVO900310 ')).toBe('agent operator OVO900310')
  expect(grant('agent:ovo900310')).toBeNull()
})

test('ACCESS-12: with a map only what it names counts', () => {
  const map = { 'desk-north': 'agent:OVO900310', Medewerker: 'agent', chief: 'administrator' }
  expect(grant('desk-north', map)).toBe('agent operator OVO900310')
  expect(grant('Medewerker:1700', map)).toBe('agent line 1700')
  expect(grant('chief', map)).toBe('administrator all')
  expect(grant('administrator', map)).toBeNull()
  expect(grant('agent:OVO900310', map)).toBeNull()
  expect(grant('constructor', map)).toBeNull()
  expect(grant('toString:1700', map)).toBeNull()
})

test('ACCESS-13: what is not known gives nothing', () => {
  for (const value of ['king', 'agent:OVO000000', ':OVO900310', 'agent:', ':'])
    expect(grant(value)).toBeNull()
})

test('ACCESS-10: the claim is a list or one text, at its name or along a path', () => {
  expect(claimValues(['a', 'a', 1, ' b ', null])).toEqual(['a', 'b'])
  expect(claimValues('a b,c')).toEqual(['a', 'b', 'c'])
  expect(claimValues({ a: 1 })).toEqual([])
  const claims = { sub: '1', 'x.y': ['agent:1700'], realm: { roles: ['administrator'] } }
  const values = (roleClaim: string) =>
    identityOf(claims, { roleClaim }).statements.map(({ value }) => value)
  expect(values('x.y')).toEqual(['agent:1700'])
  expect(values('realm.roles')).toEqual(['administrator'])
  expect(values('realm.none.deeper')).toEqual([])
  expect(values('__proto__')).toEqual([])
})
