/** The page that shows the design language. */
export const designNl = {
  app: 'Vormgeving',
  intro:
    'Elk onderdeel in elke toestand. Wat hier staat, is wat de schermen van medewerkers en burgers gebruiken.',
  citizensPage: 'Een pagina voor burgers',
  themes: { label: 'Thema', both: 'Licht en donker', light: 'Licht', dark: 'Donker' },
  densities: { label: 'Dichtheid', dense: 'Medewerkers', generous: 'Burgers' },
  sections: {
    colours: 'Kleuren',
    contrast: 'Contrast',
    type: 'Letters',
    space: 'Ruimte',
    icons: 'Tekens',
    buttons: 'Knoppen',
    fields: 'Velden',
    choices: 'Keuzes',
    states: 'Toestanden',
    notices: 'Berichten',
    data: 'Lijsten',
    overlays: 'Vensters',
    keys: 'Toetsen',
  },
  contrast: {
    pair: 'Kleuren samen',
    use: 'Voor',
    text: 'tekst (≥ 4,5)',
    shape: 'vorm (≥ 3)',
    light: 'Licht',
    dark: 'Donker',
  },
} as const
