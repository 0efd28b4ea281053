import { v5 } from 'uuid'

/** Ids that follow from codes, so that every town has the same ones: UUIDv5 under the town's own. */
const town = '6d9c5cc1-5f0e-4b43-9a53-0f6f3a2e1700'

function idOf(kind: string) {
  return (code: string): string => v5(`${kind}:${code}`, town)
}

/** The ids of what is in the town, by code; of the cast by subject. */
export const townIds = {
  operator: idOf('operator'),
  department: idOf('department'),
  line: idOf('line'),
  theme: idOf('theme'),
  queue: idOf('queue'),
  staff: idOf('staff'),
  /** The first version of a setting, by its kind and what it is about. */
  setting: (kind: string, subject: string): string => v5(`setting:${kind}:${subject}`, town),
}
