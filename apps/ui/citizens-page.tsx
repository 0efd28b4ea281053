import { useState } from 'react'
import { Banner } from '../shared/ui/banner.tsx'
import { Button } from '../shared/ui/button.tsx'
import { PlainPage } from '../shared/ui/plain-page.tsx'
import { RadioGroup } from '../shared/ui/radio-group.tsx'
import { TextArea } from '../shared/ui/text-area.tsx'
import { languages } from '../shared/words/language.ts'

const themes = [
  { id: 'wonen', label: 'Wonen', detail: 'Huren, kopen, premies' },
  { id: 'werken', label: 'Werken', detail: 'Zoeken, opleiding, verlof' },
  { id: 'onbekend', label: 'Ik weet het niet' },
]

/** The frame of a citizens' page with what such a page mostly has: a fact, a choice, a question. */
export function CitizensPage() {
  const [theme, setTheme] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  return (
    <PlainPage
      service="Leemland"
      languages={languages}
      footer={
        <p>
          Dit is een voorbeeld van de <a href="?">vormgeving</a>.
        </p>
      }
    >
      <form
        className="citizens-form"
        onSubmit={(event) => {
          event.preventDefault()
          setMissing(theme === null)
        }}
      >
        <h1>Stel uw vraag</h1>
        <Banner tone="info">Op werkdagen van 9 tot 19 uur antwoordt iemand meteen.</Banner>
        <RadioGroup
          label="Waarover gaat uw vraag?"
          options={themes}
          value={theme}
          onChange={setTheme}
          error={
            isMissing && theme === null ? 'Kies een onderwerp, of “Ik weet het niet”.' : undefined
          }
        />
        <TextArea label="Uw vraag" help="Noem geen rijksregisternummer of kaartnummer." rows={3} />
        <div>
          <Button kind="primary" type="submit">
            Gesprek beginnen
          </Button>
        </div>
      </form>
    </PlainPage>
  )
}
