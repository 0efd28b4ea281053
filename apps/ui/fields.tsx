import { useState } from 'react'
import { ComboBox } from '../shared/ui/combo-box.tsx'
import { Select } from '../shared/ui/select.tsx'
import { TextArea } from '../shared/ui/text-area.tsx'
import { TextField } from '../shared/ui/text-field.tsx'

const lines = [
  { id: 'algemeen', label: 'Algemene lijn' },
  { id: 'wonen', label: 'Wonen', detail: 'Huur, premies, renovatie' },
  { id: 'vervoer', label: 'Vervoer', isDisabled: true },
]

const themes = [
  { id: 'huurpremie', label: 'Huurpremie' },
  { id: 'renovatie', label: 'Renovatiepremie', detail: 'Ook voor verhuurders' },
  { id: 'studietoelage', label: 'Studietoelage' },
  { id: 'kinderopvang', label: 'Kinderopvang' },
  { id: 'onbekend', label: 'Ik weet het niet' },
]

/** Each field empty, filled, helped, wrong, locked and switched off. */
export function Fields() {
  const [line, setLine] = useState<string | null>('wonen')
  const [theme, setTheme] = useState<string | null>(null)
  return (
    <div className="grid">
      <TextField label="Naam" placeholder="Voornaam en naam" isOptional />
      <TextField label="Telefoon" help="Ook een nummer uit het buitenland." type="tel" />
      <TextField label="E-mail" defaultValue="noor@" error="Er ontbreekt een stuk na @." />
      <TextField label="Referentie" defaultValue="482-173-9466" isReadOnly />
      <TextField label="Postcode" defaultValue="9999" isDisabled />
      <Select label="Lijn" options={lines} value={line} onChange={setLine} />
      <Select
        label="Operator"
        options={lines}
        value={null}
        onChange={setLine}
        error="Kies een operator."
      />
      <Select label="Taal" options={lines} value={null} onChange={setLine} isDisabled />
      <ComboBox
        label="Thema"
        help="Typ een deel van het woord."
        options={themes}
        value={theme}
        onChange={setTheme}
      />
      <ComboBox
        label="Dienst"
        options={themes}
        value={null}
        onChange={setTheme}
        error="Kies een dienst uit de lijst."
      />
      <TextArea label="Antwoord" placeholder="Typ een antwoord" rows={2} />
      <TextArea
        label="Notitie bij het doorgeven"
        defaultValue="Beller heeft al twee keer gemaild."
        error="Zeg ook wat u al geprobeerd hebt."
      />
    </div>
  )
}
