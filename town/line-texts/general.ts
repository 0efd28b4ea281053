import { words } from '../words.ts'
import type { LineTexts } from './line-texts.ts'

export const generalTexts: LineTexts = {
  opening: words(
    'Welkom bij 1700. Een voorlichter leest straks met u mee. U kunt uw vraag nu al opschrijven.',
    'Bienvenue au 1700. Un conseiller vous répondra bientôt. Vous pouvez déjà écrire votre question.',
    'Willkommen bei 1700. Gleich liest jemand mit. Sie können Ihre Frage schon aufschreiben.',
    'Welcome to 1700. Someone will be with you soon. You can already write down your question.',
  ),
  closed: words(
    'Wij zijn nu gesloten. U bereikt ons elke werkdag van 9 tot 19 uur.',
    'Nous sommes fermés pour le moment. Vous pouvez nous joindre chaque jour ouvrable de 9 à 19 heures.',
    'Wir haben jetzt geschlossen. Sie erreichen uns an jedem Werktag von 9 bis 19 Uhr.',
    'We are closed now. You can reach us every working day from 9 a.m. to 7 p.m.',
  ),
  exceptionallyClosed: words(
    'Door een storing kunnen wij u nu niet helpen. We werken aan een oplossing.',
    'En raison d’une panne, nous ne pouvons pas vous aider pour le moment. Nous y travaillons.',
    'Wegen einer Störung können wir Ihnen jetzt nicht helfen. Wir arbeiten an einer Lösung.',
    'Because of a technical problem we cannot help you now. We are working on it.',
  ),
  instead: [
    {
      text: words(
        'Zoek uw antwoord op leemland.example',
        'Cherchez votre réponse sur leemland.example',
        'Suchen Sie Ihre Antwort auf leemland.example',
        'Look for your answer on leemland.example',
      ),
      href: 'https://www.leemland.example/zoeken',
    },
    {
      text: words(
        'Mail ons: u krijgt antwoord binnen twee werkdagen',
        'Écrivez-nous : réponse dans les deux jours ouvrables',
        'Schreiben Sie uns: Antwort innerhalb von zwei Werktagen',
        'Mail us: you get an answer within two working days',
      ),
      href: 'mailto:1700@leemland.example',
    },
  ],
  privacy: words(
    'Schrijf geen rijksregisternummer of rekeningnummer in de chat. Wij bewaren het gesprek 30 dagen.',
    'N’écrivez pas de numéro de registre national ni de compte. Nous gardons la conversation 30 jours.',
    'Schreiben Sie keine Nationalregister- oder Kontonummer. Wir bewahren das Gespräch 30 Tage auf.',
    'Do not write your national register or account number. We keep the conversation for 30 days.',
  ),
}
