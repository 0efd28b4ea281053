import { words } from '../words.ts'
import { generalTexts } from './general.ts'
import type { LineTexts } from './line-texts.ts'

export const wegenlijnTexts: LineTexts = {
  opening: words(
    'U bent bij de Wegenlijn, dag en nacht. Waar bent u? Noem de weg, de richting en een huisnummer of kilometerpaal.',
    'Vous êtes sur la Ligne Routes, jour et nuit. Où êtes-vous ? Donnez la route, la direction et un numéro ou une borne.',
    'Hier ist die Straßenlinie, Tag und Nacht. Wo sind Sie? Nennen Sie Straße, Richtung und Hausnummer oder Kilometerstein.',
    'This is the Roads Line, day and night. Where are you? Give the road, the direction and a house number or marker post.',
  ),
  closed: words(
    'De Wegenlijn is nu niet bereikbaar. Is er gevaar op de weg? Bel 101.',
    'La Ligne Routes n’est pas joignable. Un danger sur la route ? Appelez le 101.',
    'Die Straßenlinie ist nicht erreichbar. Gefahr auf der Straße? Rufen Sie 101 an.',
    'The Roads Line cannot be reached now. Danger on the road? Call 101.',
  ),
  exceptionallyClosed: words(
    'Door een storing kunnen wij uw melding nu niet aannemen. Is er gevaar op de weg? Bel 101.',
    'En raison d’une panne, nous ne pouvons pas noter votre signalement. Un danger ? Appelez le 101.',
    'Wegen einer Störung können wir Ihre Meldung nicht aufnehmen. Gefahr? Rufen Sie 101 an.',
    'Because of a technical problem we cannot take your report. Danger on the road? Call 101.',
  ),
  instead: [
    {
      text: words(
        'Meld schade aan de weg op de kaart',
        'Signalez un dégât sur la carte',
        'Melden Sie Schäden auf der Karte',
        'Report damage on the map',
      ),
      href: 'https://wegen.leemland.example/melden',
    },
    {
      text: words(
        'Bekijk werken en omleidingen',
        'Consultez les travaux et déviations',
        'Straßenarbeiten und Umleitungen ansehen',
        'See roadworks and diversions',
      ),
      href: 'https://wegen.leemland.example/werken',
    },
  ],
  privacy: generalTexts.privacy,
}
