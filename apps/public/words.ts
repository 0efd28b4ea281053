import type { Language } from '../widget/language.ts'

/** What the citizens' page says; the Dutch is the source of the type. */
const nl = {
  service: 'Contact met de overheid',
  title: 'Een vraag aan de overheid?',
  intro:
    'Stel ze hier. U hoeft niet te weten welke dienst bevoegd is. Weten wij het antwoord niet, dan brengen we u bij wie het wel weet.',
  how: 'U kunt bellen, mailen of chatten. Chatten doet u met de knop Contact op deze pagina. U blijft anoniem, tenzij we uw gegevens nodig hebben om u te helpen.',
  titleOf: (department: string) => `Contact met ${department}`,
  website: 'Naar de website',
  lines: 'Onze lijnen',
  all: 'Alle lijnen',
  hours: 'Openingsuren',
  phone: 'Bellen',
  abroad: 'Uit het buitenland',
  mail: 'Mailen',
  chat: 'Chatten',
  chatHere: 'met de knop Contact',
  chatOn: (department: string) => `op de pagina van ${department}`,
  departments: 'Een bepaalde dienst',
  skip: 'Naar de inhoud',
  language: 'Taal',
}
export type PublicWords = typeof nl

const fr: PublicWords = {
  service: 'Contact avec l’administration',
  title: 'Une question à l’administration ?',
  intro:
    'Posez-la ici. Vous ne devez pas savoir quel service est compétent. Si nous n’avons pas la réponse, nous vous mettons en contact avec ceux qui l’ont.',
  how: 'Vous pouvez téléphoner, écrire ou chatter. Pour chatter, utilisez le bouton Contact de cette page. Vous restez anonyme, sauf si nous avons besoin de vos données pour vous aider.',
  titleOf: (department) => `Contact : ${department}`,
  website: 'Vers le site web',
  lines: 'Nos lignes',
  all: 'Toutes les lignes',
  hours: 'Heures d’ouverture',
  phone: 'Téléphone',
  abroad: 'Depuis l’étranger',
  mail: 'E-mail',
  chat: 'Chat',
  chatHere: 'avec le bouton Contact',
  chatOn: (department) => `sur la page : ${department}`,
  departments: 'Un service en particulier',
  skip: 'Vers le contenu',
  language: 'Langue',
}

const de: PublicWords = {
  service: 'Kontakt mit der Verwaltung',
  title: 'Eine Frage an die Verwaltung?',
  intro:
    'Stellen Sie sie hier. Sie müssen nicht wissen, welche Stelle zuständig ist. Wissen wir die Antwort nicht, bringen wir Sie zu denen, die sie wissen.',
  how: 'Sie können anrufen, schreiben oder chatten. Zum Chatten dient die Schaltfläche Kontakt auf dieser Seite. Sie bleiben anonym, außer wenn wir Ihre Angaben brauchen, um Ihnen zu helfen.',
  titleOf: (department) => `Kontakt: ${department}`,
  website: 'Zur Website',
  lines: 'Unsere Leitungen',
  all: 'Alle Leitungen',
  hours: 'Öffnungszeiten',
  phone: 'Telefon',
  abroad: 'Aus dem Ausland',
  mail: 'E-Mail',
  chat: 'Chat',
  chatHere: 'über die Schaltfläche Kontakt',
  chatOn: (department) => `auf der Seite: ${department}`,
  departments: 'Eine bestimmte Stelle',
  skip: 'Zum Inhalt',
  language: 'Sprache',
}

const en: PublicWords = {
  service: 'Contact with the government',
  title: 'A question for the government?',
  intro:
    'Ask it here. You need not know which department is responsible. If we do not know the answer, we bring you to who does.',
  how: 'You can call, mail or chat. To chat, use the Contact button on this page. You stay anonymous, unless we need your details to help you.',
  titleOf: (department) => `Contact: ${department}`,
  website: 'To the website',
  lines: 'Our lines',
  all: 'All lines',
  hours: 'Opening hours',
  phone: 'Phone',
  abroad: 'From abroad',
  mail: 'Mail',
  chat: 'Chat',
  chatHere: 'with the Contact button',
  chatOn: (department) => `on the page of ${department}`,
  departments: 'A particular department',
  skip: 'Skip to content',
  language: 'Language',
}

export const publicWords: Record<Language, PublicWords> = { nl, fr, de, en }
