import type { Role } from '../../kit/contract.ts'

/** Somebody who can sign in at the embedded provider. */
export interface CastMember {
  subject: string
  givenName: string
  familyName: string
  email: string
  /** As in the claim: `agent:OVO000123`. The first one decides under which heading they stand. */
  roles: string[]
  /** Who this is, in a few words. */
  title: { nl: string; en: string }
}

/** The headings of the sign-in page, in their order. */
export const headings: Record<Role, { nl: string; en: string }> = {
  agent: { nl: 'Voorlichters', en: 'Agents' },
  supervisor: { nl: 'Supervisors', en: 'Supervisors' },
  editor: { nl: 'Redacteurs', en: 'Editors' },
  contentDesigner: { nl: 'Contentdesigners', en: 'Content designers' },
  expert: { nl: 'Experten van de diensten', en: 'Experts of the departments' },
  contactCentreExpert: { nl: 'Contactcenterexperten', en: 'Contact-centre experts' },
  client: { nl: 'Diensten en lokale besturen', en: 'Departments and local governments' },
  administrator: { nl: 'Beheerders', en: 'Administrators' },
  privacyOfficer: { nl: 'Privacyverantwoordelijken', en: 'Privacy officers' },
}
