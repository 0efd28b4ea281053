import { useState } from 'react'
import { AppShell } from '../shared/ui/app-shell.tsx'
import { RadioGroup } from '../shared/ui/radio-group.tsx'
import { useWords } from '../shared/words/book.ts'
import { designWords } from '../shared/words/design.ts'
import { Buttons } from './buttons.tsx'
import { Choices } from './choices.tsx'
import { Colours, Contrasts } from './colours.tsx'
import { Fields } from './fields.tsx'
import { Lists } from './lists.tsx'
import { Notices } from './notices.tsx'
import { Keys, Overlays } from './overlays.tsx'
import { Icons, SpaceScale, TypeScale } from './scales.tsx'
import { type Density, Specimen, type View } from './specimen.tsx'
import { States } from './states.tsx'

type Themes = 'both' | 'light' | 'dark'

/** Shows every token and component, in the themes and the density chosen. */
export function DesignPage() {
  const words = useWords(designWords)
  const [themes, setThemes] = useState<Themes>('both')
  const [density, setDensity] = useState<Density>('dense')
  const view: View = { themes: themes === 'both' ? ['light', 'dark'] : [themes], density }
  const specimen = (id: Parameters<typeof sectionTitle>[0]) => ({
    id,
    title: sectionTitle(id),
    view,
  })
  function sectionTitle(id: keyof (typeof designWords)['nl']['sections']): string {
    return words(`sections.${id}`)
  }
  return (
    <AppShell app={words('app')}>
      <h1>{words('app')}</h1>
      <p className="lead">
        {words('intro')} <a href="?citizens">{words('citizensPage')}</a>
      </p>
      <div className="choosers">
        <RadioGroup
          label={words('themes.label')}
          orientation="horizontal"
          options={(['both', 'light', 'dark'] as const).map((id) => ({
            id,
            label: words(`themes.${id}`),
          }))}
          value={themes}
          onChange={setThemes}
        />
        <RadioGroup
          label={words('densities.label')}
          orientation="horizontal"
          options={(['dense', 'generous'] as const).map((id) => ({
            id,
            label: words(`densities.${id}`),
          }))}
          value={density}
          onChange={setDensity}
        />
      </div>
      <Specimen {...specimen('buttons')}>{() => <Buttons />}</Specimen>
      <Specimen {...specimen('fields')}>{() => <Fields />}</Specimen>
      <Specimen {...specimen('choices')}>{() => <Choices />}</Specimen>
      <Specimen {...specimen('states')}>{() => <States />}</Specimen>
      <Specimen {...specimen('notices')}>{() => <Notices />}</Specimen>
      <Specimen {...specimen('data')}>{() => <Lists />}</Specimen>
      <Specimen {...specimen('overlays')}>{() => <Overlays />}</Specimen>
      <Specimen {...specimen('keys')}>{() => <Keys />}</Specimen>
      <Specimen {...specimen('type')}>{() => <TypeScale />}</Specimen>
      <Specimen {...specimen('space')}>{() => <SpaceScale />}</Specimen>
      <Specimen {...specimen('icons')}>{() => <Icons />}</Specimen>
      <Specimen {...specimen('colours')}>{(theme) => <Colours theme={theme} />}</Specimen>
      <section aria-labelledby="contrast" className="specimen">
        <h2 id="contrast">{sectionTitle('contrast')}</h2>
        <Contrasts />
      </section>
    </AppShell>
  )
}
