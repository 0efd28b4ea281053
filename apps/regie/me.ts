import type { Output, Role } from '../../server/kit/contract.ts'
import type { me } from '../../server/modules/access/contract.ts'

export type Me = Output<typeof me>

export const hasRole = ({ grants }: Me, ...roles: Role[]): boolean =>
  grants.some(({ role }) => roles.includes(role))

/** Who sees the board at all. */
export const seesBoard = (me: Me) => hasRole(me, 'supervisor', 'contactCentreExpert')
/** Who sees agents by name (REGIE-7). */
export const seesNames = (me: Me) => hasRole(me, 'supervisor')
/** Who sees the whole trail; everyone else sees what is about themselves. */
export const seesTrail = (me: Me) => hasRole(me, 'administrator', 'privacyOfficer')

const shown = ['supervisor', 'contactCentreExpert', 'administrator', 'privacyOfficer'] as const

/** The role to show beside the name. */
export const roleOf = (me: Me): (typeof shown)[number] | 'other' =>
  shown.find((role) => hasRole(me, role)) ?? 'other'
