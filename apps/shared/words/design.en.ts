import type { Translated } from './book.ts'
import type { designNl } from './design.nl.ts'

export const designEn: Translated<typeof designNl> = {
  app: 'Design',
  intro:
    'Every component in every state. What stands here is what the screens of staff and citizens use.',
  citizensPage: 'A page for citizens',
  themes: { label: 'Theme', both: 'Light and dark', light: 'Light', dark: 'Dark' },
  densities: { label: 'Density', dense: 'Staff', generous: 'Citizens' },
  sections: {
    colours: 'Colours',
    contrast: 'Contrast',
    type: 'Type',
    space: 'Space',
    icons: 'Icons',
    buttons: 'Buttons',
    fields: 'Fields',
    choices: 'Choices',
    states: 'States',
    notices: 'Notices',
    data: 'Lists',
    overlays: 'Overlays',
    keys: 'Keys',
  },
  contrast: {
    pair: 'Colours together',
    use: 'For',
    text: 'text (≥ 4.5)',
    shape: 'shape (≥ 3)',
    light: 'Light',
    dark: 'Dark',
  },
}
