import { cast } from '../town/cast.ts'
import { mobiliteit } from '../town/departments.ts'
import type { Kind } from './claim-installation.ts'

/** Who the guide introduces; the others are on the sign-in page. */
const introduced = ['daan', 'sofie', 'karim', 'noor', 'mieke', 'ruben']

/** What stands in the terminal once everything runs: where to go, as whom, and what to do first. */
export function guide(url: string, kind: Kind): string {
  const pages = [
    ['Citizens', '/'],
    ['Agents', '/desk'],
    ['Supervisors', '/regie'],
    ['Design', '/ui'],
  ].map(([who, path]) => `    ${who?.padEnd(14)}${url}${path}`)
  const next =
    kind === 'town'
      ? inTown(url)
      : [`  Sign in at ${url}/regie with the address of ADMIN_EMAIL to be the first administrator.`]
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
    ...people.map(({ subject, about }) => `    ${subject.padEnd(14)}${about.en}`),
    '',
    '  Your first answered chat:',
    '',
    `    1. Open ${url}/desk, sign in as Daan and press "Zet me op beschikbaar" (make me available).`,
    `    2. Open ${url}/?department=${mobiliteit} in a second window, press Contact, then Chat, and ask something.`,
    '    3. Back at the desk press A to accept; answer, end, choose a theme and an outcome, and wrap up.',
  ]
}
