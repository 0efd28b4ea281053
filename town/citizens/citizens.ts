import type { Citizen } from './citizen.ts'
import { generalCitizens } from './general.ts'
import { hardMoments } from './hard-moments.ts'
import { otherLanguageCitizens } from './other-languages.ts'
import { otherLineCitizens } from './other-lines.ts'

/** Everyone who turns to the contact centre of the town. */
export const citizens: Citizen[] = [
  ...generalCitizens,
  ...otherLineCitizens,
  ...otherLanguageCitizens,
  ...hardMoments,
]
