import { cast } from '../town/cast.ts'
import type { Kind } from './claim-installation.ts'

/** Who the guide introduces; the others are on the sign-in page. */
const introduced = ['daan', 'sofie', 'karim', 'noor', 'mieke', 'ruben']

/** What stands in the terminal once everything runs: where to go, as whom, and what to do first. */
export function guide(url: string, kind: Kind): string {
  const pages = [
    ['Citizens', '/'],
    ['Agents', '/desk'],
    ['Supervisors', '/regie'],
  ].map(([who, path]) => `    ${who?.padEnd(14)}${url}${path}`)
  const next =
    kind === 'town'
      ? inTown(url)
      : ['  Sign in with the address of ADMIN_EMAIL to be the first administrator.']
  return [
    '',
    '  Onthaal is ready.',
    '',
    ...pages,
    '',
    ...next,
    '',
    '  Ctrl-C stops everything.',
    '',
  ].join('\n')
}

function inTown(url: string): string[] {
  const people = cast.filter(({ subject }) => introduced.includes(subject))
  return [
    '  Sign in with a name alone; this works on this machine only:',
    '',
    ...people.map(({ subject, about }) => `    ${subject.padEnd(14)}${about}`),
    '',
    '  Your first answered chat:',
    '',
    `    1. Open ${url}/desk, sign in as daan and choose the status Beschikbaar (available).`,
    `    2. Open ${url}/ in a second window, choose the Wegenlijn, then Chat, and ask something.`,
    '    3. Back at the desk: accept the offer, answer, choose an outcome and close the contact.',
  ]
}
