import { useState } from 'react'
import { Badge } from '../shared/ui/badge.tsx'
import { Duration } from '../shared/ui/duration.tsx'
import { StatePill, shownStates } from '../shared/ui/state-pill.tsx'
import { serverNow } from '../shared/ui/ticker.ts'
import { tones } from '../shared/ui/tone.ts'

export function States() {
  const [start] = useState(serverNow)
  return (
    <div className="stack">
      <div className="row">
        {shownStates.map((state) => (
          <StatePill key={state} state={state} />
        ))}
      </div>
      <div className="row">
        <StatePill state="waiting">
          <Duration label="Wacht" since={start - 48_000} />
        </StatePill>
        <StatePill state="active" label="Aan de lijn">
          <Duration label="Aan de lijn" since={start - 754_000} />
        </StatePill>
        <StatePill state="away" label="Pauze">
          <Duration label="Pauze" ms={3_723_000} />
        </StatePill>
      </div>
      <div className="row">
        <Badge>3</Badge>
        <Badge>Chat</Badge>
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {{ info: 'Nieuw', ok: 'Op tijd', warn: 'Bijna te laat', danger: 'Te laat' }[tone]}
          </Badge>
        ))}
      </div>
    </div>
  )
}
