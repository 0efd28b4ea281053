import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { type Tone, toneIcons } from './tone.ts'

/** A short fact beside a name: a count, a channel, a mark. With a tone it also has an icon. */
export function Badge({ tone, children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="ui-badge" data-tone={tone}>
      {tone && <Icon name={toneIcons[tone]} />}
      {children}
    </span>
  )
}
