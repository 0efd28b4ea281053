import type { Text } from '../server/modules/clients/text.ts'

/**
 * Sentences that agents send with two keys. Null as line: on every line. A placeholder is filled in
 * when the sentence is put into the conversation, never after.
 */
export type CannedAnswer = { code: string; line: string | null; title: string; text: Text }

export const placeholders = ['voornaamAgent', 'referentie', 'lijn', 'nummer', 'mail'] as const

export const cannedAnswers: CannedAnswer[] = [
  {
    code: 'begroeting',
    line: null,
    title: 'Begroeting',
    text: {
      nl: '{{lijn}}, goedendag. U chat met {{voornaamAgent}}. Waarmee kan ik u helpen?',
      fr: '{{lijn}}, bonjour. Vous parlez avec {{voornaamAgent}}. Comment puis-je vous aider ?',
      de: '{{lijn}}, guten Tag. Hier ist {{voornaamAgent}}. Wie kann ich Ihnen helfen?',
      en: '{{lijn}}, good day. You are chatting with {{voornaamAgent}}. How can I help you?',
    },
  },
  {
    code: 'even-opzoeken',
    line: null,
    title: 'Ik zoek het op',
    text: {
      nl: 'Ik zoek dat even voor u op. Blijft u nog een ogenblik in de chat?',
      fr: 'Je vérifie cela pour vous. Pouvez-vous rester un instant ?',
      de: 'Ich schaue das für Sie nach. Bleiben Sie bitte einen Moment im Chat?',
      en: 'I am looking that up for you. Could you stay in the chat for a moment?',
    },
  },
  {
    code: 'geen-rijksregisternummer',
    line: null,
    title: 'Geen rijksregisternummer in de chat',
    text: {
      nl: 'Schrijf uw rijksregisternummer hier liever niet. Ik heb het niet nodig om u te helpen.',
      fr: 'N’écrivez pas votre numéro de registre national ici. Je n’en ai pas besoin pour vous aider.',
      de: 'Schreiben Sie Ihre Nationalregisternummer bitte nicht hier. Ich brauche sie nicht.',
      en: 'Please do not write your national register number here. I do not need it to help you.',
    },
  },
  {
    code: 'doorverbinden',
    line: null,
    title: 'Naar een collega',
    text: {
      nl: 'Mijn collega weet hier meer over. Ik geef u door; u hoeft uw vraag niet te herhalen.',
      fr: 'Un collègue connaît mieux ce sujet. Je vous transfère ; inutile de répéter votre question.',
      de: 'Jemand aus meinem Team weiß mehr darüber. Ich verbinde Sie; Sie müssen nichts wiederholen.',
      en: 'My colleague knows more about this. I will pass you on; no need to repeat your question.',
    },
  },
  {
    code: 'nog-daar',
    line: null,
    title: 'Bent u er nog?',
    text: {
      nl: 'Bent u er nog? Als ik niets meer lees, sluit ik de chat over enkele minuten af.',
      fr: 'Êtes-vous toujours là ? Sans réponse, je fermerai la conversation dans quelques minutes.',
      de: 'Sind Sie noch da? Ohne Antwort schließe ich den Chat in einigen Minuten.',
      en: 'Are you still there? If I read nothing more, I will close the chat in a few minutes.',
    },
  },
  {
    code: 'afsluiten',
    line: null,
    title: 'Afsluiten met referentie',
    text: {
      nl: 'Graag gedaan. Uw referentie is {{referentie}}, handig als u hierop wilt terugkomen. Nog een fijne dag.',
      fr: 'Avec plaisir. Votre référence est {{referentie}}, utile si vous revenez vers nous. Bonne journée.',
      de: 'Gern geschehen. Ihr Zeichen ist {{referentie}}, falls Sie darauf zurückkommen. Einen schönen Tag.',
      en: 'You are welcome. Your reference is {{referentie}}, handy if you come back to this. Have a nice day.',
    },
  },
  {
    code: 'ander-kanaal',
    line: null,
    title: 'Bellen of mailen',
    text: {
      nl: 'U kunt ons ook bellen op {{nummer}} of mailen naar {{mail}}. Vermeld dan uw referentie {{referentie}}.',
      fr: 'Vous pouvez aussi appeler le {{nummer}} ou écrire à {{mail}}. Indiquez votre référence {{referentie}}.',
      de: 'Sie können uns auch unter {{nummer}} anrufen oder an {{mail}} schreiben. Ihr Zeichen: {{referentie}}.',
      en: 'You can also call {{nummer}} or mail {{mail}}. Please mention your reference {{referentie}}.',
    },
  },
  {
    code: 'aanmelden-stappen',
    line: '1700',
    title: 'Aanmelden: de stappen',
    text: {
      nl: 'Kies op de aanmeldpagina ‘Aanmelden met een digitale sleutel’. Opent u een nieuw venster zonder bladwijzers, dan lukt het meestal. Wat ziet u nu op uw scherm?',
      fr: 'Sur la page de connexion, choisissez « Se connecter avec une clé numérique ». Essayez dans une nouvelle fenêtre privée. Que voyez-vous à l’écran ?',
      en: 'On the sign-in page choose ‘Sign in with a digital key’. A new private window usually helps. What do you see on your screen now?',
    },
  },
  {
    code: 'huurtoelage-voorwaarden',
    line: '1700',
    title: 'Huurtoelage: voorwaarden',
    text: {
      nl: 'Of u de huurtoelage krijgt, hangt af van uw inkomen, uw huurprijs en de staat van uw nieuwe woning. Ik overloop die drie graag met u.',
      fr: 'L’allocation de loyer dépend de vos revenus, de votre loyer et de l’état du nouveau logement. Je parcours ces trois points avec vous.',
    },
  },
  {
    code: 'renovatiepremie-termijn',
    line: '1700',
    title: 'Renovatiepremie: behandeltijd',
    text: {
      nl: 'Een volledige aanvraag wordt gewoonlijk binnen vier maanden behandeld. In het loket ziet u onder ‘Mijn aanvragen’ hoever uw dossier staat.',
    },
  },
  {
    code: 'studiebeurs-deadline',
    line: '1700',
    title: 'Studiebeurs: uiterste datum',
    text: {
      nl: 'U kunt een studiebeurs aanvragen tot en met 1 juni van het lopende schooljaar. Doet u het vóór eind november, dan weet u het meestal voor Nieuwjaar.',
    },
  },
  {
    code: 'kindtoelage-start',
    line: 'gezinslijn',
    title: 'Kindtoelage: wanneer start het',
    text: {
      nl: 'De kindtoelage start de maand na de geboorte. U hoeft ze maar één keer aan te vragen; daarna loopt ze vanzelf door.',
      fr: 'L’allocation commence le mois qui suit la naissance. Une seule demande suffit.',
      en: 'The child allowance starts the month after the birth. You apply once; it then continues by itself.',
    },
  },
  {
    code: 'opvang-zoeken',
    line: 'gezinslijn',
    title: 'Kinderopvang: zoeken',
    text: {
      nl: 'Op de opvangkaart ziet u welke opvang bij u in de buurt plaats heeft. U doet één aanvraag; elke opvang die u aankruist, antwoordt binnen twintig dagen.',
    },
  },
  {
    code: 'melding-plaats',
    line: 'wegenlijn',
    title: 'Waar precies?',
    text: {
      nl: 'Waar is het precies? Noem de weg en de richting, en een huisnummer, kruispunt of kilometerpaal.',
      fr: 'Où est-ce exactement ? Donnez la route et la direction, et un numéro, un carrefour ou une borne.',
      de: 'Wo genau ist es? Nennen Sie Straße und Richtung, dazu Hausnummer, Kreuzung oder Kilometerstein.',
      en: 'Where exactly is it? Give the road and direction, and a house number, junction or marker post.',
    },
  },
  {
    code: 'melding-genoteerd',
    line: 'wegenlijn',
    title: 'Melding genoteerd',
    text: {
      nl: 'Dank u, ik heb uw melding genoteerd onder {{referentie}}. De wegploeg krijgt ze meteen.',
      fr: 'Merci, votre signalement est noté sous {{referentie}}. L’équipe le reçoit tout de suite.',
      de: 'Danke, Ihre Meldung ist unter {{referentie}} notiert. Der Straßendienst erhält sie sofort.',
      en: 'Thank you, your report is noted as {{referentie}}. The road crew gets it right away.',
    },
  },
  {
    code: 'afspraak-maken',
    line: 'ravelinge',
    title: 'Afspraak maken',
    text: {
      nl: 'Voor het gemeentehuis maakt u een afspraak op www.ravelinge.example/afspraak. Breng uw identiteitskaart en een recente pasfoto mee.',
      en: 'For the town hall, make an appointment at www.ravelinge.example/afspraak. Bring your identity card and a recent photo.',
    },
  },
  {
    code: 'afvalkalender',
    line: 'ravelinge',
    title: 'Afvalkalender',
    text: {
      nl: 'De ophaaldagen van uw straat staan in de afvalkalender. Zet de zak of bak buiten na 20 uur de avond ervoor.',
    },
  },
]
