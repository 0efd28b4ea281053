import { words } from '../words.ts'
import { generalTexts } from './general.ts'
import type { LineTexts } from './line-texts.ts'

export const ravelingeTexts: LineTexts = {
  opening: words(
    'Welkom bij Ravelinge Info. Een medewerker antwoordt u zo snel mogelijk.',
    'Bienvenue à Ravelinge Info. Un collaborateur vous répondra dès que possible.',
    'Willkommen bei Ravelinge Info. Jemand antwortet Ihnen so bald wie möglich.',
    'Welcome to Ravelinge Info. Someone will answer you as soon as possible.',
  ),
  closed: words(
    'Ravelinge Info is nu gesloten. Wij zijn er op werkdagen van 9 tot 12 en van 13.30 tot 16.30 uur, op dinsdag tot 19 uur. Vrijdagnamiddag zijn wij gesloten.',
    'Ravelinge Info est fermé. Nous sommes là les jours ouvrables de 9 h à 12 h et de 13 h 30 à 16 h 30, le mardi jusqu’à 19 h. Fermé le vendredi après-midi.',
    'Ravelinge Info ist jetzt geschlossen. Wir sind werktags von 9 bis 12 und von 13.30 bis 16.30 Uhr da, dienstags bis 19 Uhr. Freitagnachmittag geschlossen.',
    'Ravelinge Info is closed now. We are here on working days from 9 to 12 and from 13.30 to 16.30, on Tuesday until 19.00. Closed on Friday afternoon.',
  ),
  exceptionallyClosed: words(
    'Ravelinge Info is uitzonderlijk gesloten. Voor dringende zaken belt u de hulpdiensten op 112.',
    'Ravelinge Info est exceptionnellement fermé. En cas d’urgence, appelez le 112.',
    'Ravelinge Info ist ausnahmsweise geschlossen. In Notfällen rufen Sie 112 an.',
    'Ravelinge Info is exceptionally closed. In an emergency, call 112.',
  ),
  instead: [
    {
      text: words(
        'Maak een afspraak in het gemeentehuis',
        'Prenez rendez-vous à la maison communale',
        'Termin im Gemeindehaus vereinbaren',
        'Make an appointment at the town hall',
      ),
      href: 'https://www.ravelinge.example/afspraak',
    },
    {
      text: words(
        'Stel uw vraag aan 1700',
        'Posez votre question au 1700',
        'Stellen Sie Ihre Frage an 1700',
        'Ask your question to 1700',
      ),
      href: 'https://www.leemland.example/1700',
    },
  ],
  privacy: generalTexts.privacy,
}
