import { pairs } from '../shared/ui/pairs.ts'
import { contrast, readPalette, type Theme } from '../shared/ui/palette.ts'
import { Table } from '../shared/ui/table.tsx'
import tokens from '../shared/ui/tokens.css?raw'
import { useWords } from '../shared/words/book.ts'
import { designWords } from '../shared/words/design.ts'
import { useFormats } from '../shared/words/format.ts'

const palette = readPalette(tokens)

/** Every colour token with its name and value in a theme. */
export function Colours({ theme }: { theme: Theme }) {
  return (
    <ul className="swatches">
      {[...palette].map(([name, colour]) => (
        <li key={name}>
          <span className="swatch" style={{ background: colour[theme] }} />
          <span>
            --{name}
            <small>{colour[theme]}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** How well the colours that are used together can be told apart, in both themes. */
export function Contrasts() {
  const words = useWords(designWords)
  const formats = useFormats()
  const ratio = (front: string, back: string, theme: Theme) =>
    contrast(palette.get(front)?.[theme] ?? '', palette.get(back)?.[theme] ?? '')
  const figure = (value: number) => formats.number(Math.floor(value * 100) / 100)
  return (
    <Table
      caption={words('sections.contrast')}
      rows={pairs}
      rowId={({ front, back }) => `${front}/${back}`}
      columns={[
        {
          id: 'pair',
          title: words('contrast.pair'),
          isRowHeader: true,
          cell: ({ front, back }) => `--${front} / --${back}`,
        },
        { id: 'use', title: words('contrast.use'), cell: ({ use }) => words(`contrast.${use}`) },
        ...(['light', 'dark'] as const).map((theme) => ({
          id: theme,
          title: words(`contrast.${theme}`),
          align: 'end' as const,
          cell: ({ front, back }: (typeof pairs)[number]) => figure(ratio(front, back, theme)),
          compare: (a: (typeof pairs)[number], b: (typeof pairs)[number]) =>
            ratio(a.front, a.back, theme) - ratio(b.front, b.back, theme),
        })),
      ]}
    />
  )
}
