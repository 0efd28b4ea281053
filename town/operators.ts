/** The companies that supply agents. Their names are invented. */
export type Operator = { code: string; name: string }

export const sterrebos = 'OVO900310'
export const kwartel = 'OVO900320'
export const stemhuis = 'OVO900330'

export const operators: Operator[] = [
  { code: sterrebos, name: 'Sterrebos Contact nv' },
  { code: kwartel, name: 'Kwartel Dialoog bv' },
  { code: stemhuis, name: 'Stemhuis Leemland cv' },
]
