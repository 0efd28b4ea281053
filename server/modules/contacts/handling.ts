import type { Tx } from '../../kit/db.ts'
import { type Share, shareTime } from './seconds.ts'
import { segmentsOverlapping, staffSpans } from './time-store.ts'

/**
 * The handling time of a contact: each stretch with its share of the agent's time, in ms. What
 * else the agent had in hand at the time is taken into account; stretches that still run count up
 * to `now` (epoch ms).
 */
export async function handlingOf(tx: Tx, contact: string, now: number): Promise<Share[]> {
  const own: Share[] = []
  for (const { staff, from } of await staffSpans(tx, contact)) {
    const segments = await segmentsOverlapping(tx, staff, from, now)
    own.push(...shareTime(segments).filter((share) => share.contact === contact))
  }
  return own
    .sort((a, b) => a.from - b.from)
    .map(({ engagement, staff, question, phase, from, until, handlingMs }) => ({
      engagement,
      staff,
      question,
      phase,
      from,
      until,
      handlingMs,
    }))
}
