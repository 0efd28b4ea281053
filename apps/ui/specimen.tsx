import type { ReactNode } from 'react'
import type { Theme } from '../shared/ui/palette.ts'

export type Density = 'dense' | 'generous'
export type View = { themes: readonly Theme[]; density: Density }

type SpecimenProps = {
  id: string
  title: string
  view: View
  /** Drawn once for each theme. */
  children: (theme: Theme) => ReactNode
}

/** A part of the design language, drawn in the themes and the density of the view. */
export function Specimen({ id, title, view, children }: SpecimenProps) {
  return (
    <section aria-labelledby={id} className="specimen">
      <h2 id={id}>{title}</h2>
      <div className="specimen-panels">
        {view.themes.map((theme) => (
          <div
            key={theme}
            data-theme={theme}
            data-density={view.density}
            className="specimen-panel"
          >
            {children(theme)}
          </div>
        ))}
      </div>
    </section>
  )
}
