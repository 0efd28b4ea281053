import { words } from '../words.ts'
import { generalTexts } from './general.ts'
import type { LineTexts } from './line-texts.ts'

export const gezinslijnTexts: LineTexts = {
  opening: words(
    'Dag, u bent bij de Gezinslijn. Vertel ons gerust al hoe oud uw kind is en wat u wilt weten.',
    'Bonjour, vous êtes sur la Ligne Famille. Dites-nous déjà l’âge de votre enfant et votre question.',
    'Guten Tag, hier ist die Familienlinie. Sagen Sie uns schon, wie alt Ihr Kind ist und worum es geht.',
    'Hello, this is the Family Line. You can already tell us your child’s age and your question.',
  ),
  closed: words(
    'De Gezinslijn is nu gesloten. Wij zijn er op werkdagen van 9 tot 12.30 en van 13 tot 17.30 uur, en op zaterdag van 9 tot 12 uur.',
    'La Ligne Famille est fermée. Nous sommes là les jours ouvrables de 9 h à 12 h 30 et de 13 h à 17 h 30, et le samedi de 9 h à 12 h.',
    'Die Familienlinie ist jetzt geschlossen. Wir sind werktags von 9 bis 12.30 und von 13 bis 17.30 Uhr da, samstags von 9 bis 12 Uhr.',
    'The Family Line is closed now. We are here on working days from 9 to 12.30 and from 13 to 17.30, and on Saturday from 9 to 12.',
  ),
  exceptionallyClosed: words(
    'De Gezinslijn is vandaag uitzonderlijk niet bereikbaar. Onze excuses. Morgen helpen wij u graag verder.',
    'La Ligne Famille est exceptionnellement fermée aujourd’hui. Toutes nos excuses. Nous vous aiderons volontiers demain.',
    'Die Familienlinie ist heute ausnahmsweise nicht erreichbar. Wir bitten um Entschuldigung. Morgen helfen wir Ihnen gern.',
    'The Family Line is exceptionally closed today. Our apologies. We will gladly help you tomorrow.',
  ),
  instead: [
    {
      text: words(
        'Bereken uw kindtoelage',
        'Calculez votre allocation',
        'Berechnen Sie Ihre Kinderzulage',
        'Calculate your child allowance',
      ),
      href: 'https://gezin.leemland.example/berekenen',
    },
    {
      text: words(
        'Zoek kinderopvang in uw buurt',
        'Cherchez un accueil près de chez vous',
        'Suchen Sie Kinderbetreuung in Ihrer Nähe',
        'Find childcare near you',
      ),
      href: 'https://gezin.leemland.example/opvang',
    },
    {
      text: words(
        'Mail de Gezinslijn',
        'Écrivez à la Ligne Famille',
        'Schreiben Sie der Familienlinie',
        'Mail the Family Line',
      ),
      href: 'mailto:gezinslijn@leemland.example',
    },
  ],
  privacy: generalTexts.privacy,
}
