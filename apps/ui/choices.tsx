import { useState } from 'react'
import { Checkbox } from '../shared/ui/checkbox.tsx'
import { RadioGroup } from '../shared/ui/radio-group.tsx'
import { Switch } from '../shared/ui/switch.tsx'
import { Tabs } from '../shared/ui/tabs.tsx'

const outcomes = [
  { id: 'answered', label: 'Beantwoord' },
  { id: 'signposted', label: 'Verwezen', detail: 'Naar een dienst uit de wegwijzer' },
  { id: 'forwarded', label: 'Doorgestuurd', isDisabled: true },
]

export function Choices() {
  const [outcome, setOutcome] = useState<string | null>('answered')
  return (
    <div className="grid">
      <RadioGroup label="Afloop" options={outcomes} value={outcome} onChange={setOutcome} />
      <RadioGroup
        label="Vriendelijk"
        options={outcomes}
        value={null}
        onChange={setOutcome}
        error="Kies een antwoord."
      />
      <div>
        <Checkbox defaultSelected>Bewaar een kopie van het gesprek</Checkbox>
        <Checkbox>Terugbellen</Checkbox>
        <Checkbox isIndeterminate>Alle lijnen</Checkbox>
        <Checkbox error="Dit is nodig om te mogen doorsturen.">
          De burger gaat akkoord met doorsturen
        </Checkbox>
        <Checkbox isDisabled>Opnemen</Checkbox>
      </div>
      <div>
        <Switch defaultSelected detail="Een korte toon bij elk aanbod.">
          Geluid
        </Switch>
        <Switch>Automatisch aanvaarden</Switch>
        <Switch isDisabled>Meelezen</Switch>
      </div>
      <Tabs
        label="Gesprek"
        tabs={[
          { id: 'chat', title: 'Gesprek', content: <p>Wat gezegd is.</p> },
          { id: 'questions', title: 'Vragen', content: <p>Een vraag, een thema.</p> },
          { id: 'log', title: 'Verloop', content: null, isDisabled: true },
        ]}
      />
    </div>
  )
}
