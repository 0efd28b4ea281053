import { useEffect, useState } from 'react'
import { type BoardView, noteEmergency } from '../../server/modules/routing/contract.ts'
import { ask } from '../shared/client.ts'
import { isSwitchedOn, play, switchTo } from '../shared/tones.ts'
import { Button } from '../shared/ui/button.tsx'
import { Duration } from '../shared/ui/duration.tsx'
import { Icon } from '../shared/ui/icon.tsx'
import { useShortcuts } from '../shared/ui/shortcuts.ts'
import { Switch } from '../shared/ui/switch.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { regieWords } from '../shared/words/regie.ts'
import { alarm } from './alarm.ts'
import { addressOf } from './place.ts'

type Emergency = BoardView['emergencies'][number]

const everyMs = 4_000

/** What cannot wait: on top, read out, in the title of the window, and heard if one likes. */
export function EmergencyList({ emergencies }: { emergencies: readonly Emergency[] }) {
  const words = useWords(regieWords)
  const [isOn, setOn] = useAlarm(emergencies.length)
  const newest = emergencies.at(-1)
  if (!newest) return null
  return (
    <section className="emergencies" aria-labelledby="emergencies">
      <header>
        <h2 id="emergencies">
          <Icon name="emergency" /> {words('emergency.title')}
        </h2>
        <Switch isSelected={isOn} onChange={setOn}>
          {words('emergency.sound')}
        </Switch>
      </header>
      <p className="ui-hidden" role="alert">
        {words('emergency.by', { agent: newest.staff, reference: newest.reference })}
      </p>
      <ul>
        {emergencies.map((emergency) => (
          <EmergencyItem key={emergency.contact} emergency={emergency} />
        ))}
      </ul>
    </section>
  )
}

function EmergencyItem({ emergency }: { emergency: Emergency }) {
  const words = useWords(regieWords)
  const act = useAct()
  const { contact, reference, staff: agent, at } = emergency
  return (
    <li>
      <a className="row-link" data-row="" href={addressOf({ page: 'contact', contact })}>
        {words('emergency.by', { agent, reference })}
      </a>
      <Duration label={words('emergency.ago')} since={at} />
      <Button
        icon="eye"
        aria-label={words('emergency.noteLabel', { agent })}
        isPending={act.isPending}
        onPress={() => void act.run(() => ask(noteEmergency, { contact }))}
      >
        {words('emergency.note')}
      </Button>
      {act.trouble && <span>{act.trouble}</span>}
    </li>
  )
}

/** Sounds while there is an emergency, unless switched off, and counts in the title. */
function useAlarm(count: number): [isOn: boolean, set: (on: boolean) => void] {
  const words = useWords(regieWords)
  const [isOn, setOn] = useState(() => isSwitchedOn(alarm))
  function set(on: boolean): void {
    switchTo(alarm, on)
    setOn(on)
  }
  useEffect(() => {
    document.title = count > 0 ? words('titleEmergency', { count }) : words('title')
  }, [count, words])
  useEffect(() => {
    if (count === 0 || !isOn) return
    play(alarm)
    const timer = setInterval(() => play(alarm), everyMs)
    return () => clearInterval(timer)
  }, [count, isOn])
  useShortcuts([
    {
      id: 'alarm',
      title: words(isOn ? 'emergency.soundOff' : 'emergency.soundOn'),
      group: words('keys.go'),
      run: () => set(!isOn),
    },
  ])
  return [isOn, set]
}
