import type { IconName } from './icon.tsx'

/** How something is meant. Always with its icon or word, never by colour alone. */
export type Tone = 'info' | 'ok' | 'warn' | 'danger'

export const tones: readonly Tone[] = ['info', 'ok', 'warn', 'danger']

export const toneIcons: Record<Tone, IconName> = {
  info: 'info',
  ok: 'ok',
  warn: 'alert',
  danger: 'danger',
}
