import type { Clock } from '../../kit/clock.ts'
import type { Output } from '../../kit/contract.ts'
import { type Call, staffOf } from '../../kit/http.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import { type closeLine as closing, refusals, type reopenLine as reopening } from './contract.ts'
import type { Value } from './kinds.ts'
import { currentSetting, putSetting } from './settings.ts'
import { lineById, lockLine, overseen } from './store.ts'

/**
 * An emergency closure is a setting of its own: closing and opening are one small version each.
 * One closure at a time; whoever comes second hears that it is closed already.
 */

type Closure = Value<'emergencyClosure'>['closure']

/** Closes a line from now on; who waits for it is told so and turned away by routing. */
export async function closeLine(
  clock: Clock,
  call: Pick<Call<typeof closing>, 'tx' | 'input' | 'caller' | 'now'>,
): Promise<Output<typeof closing>> {
  const { text, until, reason } = call.input
  if (await closureInForce(clock, call)) throw refusals.lineAlreadyClosed()
  if (until !== null && until <= call.now) throw refusals.closureEnded()
  const by = staffOf(call.caller)
  return put(clock, call, { from: call.now, until, text, by, since: call.now }, reason)
}

/** Lifts the closure; from now on the ordinary hours decide again. */
export async function reopenLine(
  clock: Clock,
  call: LineCall & Pick<Call<typeof reopening>, 'input'>,
): Promise<Output<typeof reopening>> {
  if (!(await closureInForce(clock, call))) throw refusals.lineNotClosed()
  return put(clock, call, null, call.input.reason)
}

type LineCall = Pick<Call<typeof reopening>, 'tx'> & { input: { line: string } }

async function closureInForce(clock: Clock, { tx, input }: LineCall): Promise<Closure> {
  const { line } = input
  if (!(await lineById(tx, line))) throw kit.notFound()
  if (!(await overseen(tx)).includes(line)) throw refusals.notYourLine()
  await lockLine(tx, line)
  // Asked only now: another closure may have begun while this one waited for the lock.
  const now = clock.now()
  const version = await currentSetting(tx, 'emergencyClosure', line, now)
  const closure = version?.value.closure ?? null
  return closure && (closure.until === null || now < closure.until) ? closure : null
}

async function put(
  clock: Clock,
  { tx, input }: LineCall,
  closure: Closure,
  reason: string,
): Promise<{ version: string }> {
  const value = { v: 1 as const, closure }
  const setting = { kind: 'emergencyClosure', subject: input.line, value, reason } as const
  return { version: await putSetting(tx, clock, setting) }
}
