import { type Citizen, talk } from './citizen.ts'

/** Citizens who are served in French, German or English. */

const usual = { audience: 'citizen', line: '1700', patienceSeconds: 400 } as const

export const otherLanguageCitizens: Citizen[] = [
  {
    ...usual,
    id: 'allocation-loyer',
    language: 'fr',
    theme: 'huurtoelage',
    exchanges: talk(
      'Bonjour, je viens de déménager à Harelstede et mon propriétaire dit que j’ai droit à une aide pour le loyer. C’est vrai ?',
      'Bonjour. C’est possible : cela dépend de vos revenus, du loyer et de l’état du logement que vous avez quitté. Depuis quand avez-vous déménagé ?',
      'Depuis le 1er octobre. Avant j’habitais chez ma sœur.',
      'Alors le logement précédent doit avoir été surpeuplé. Combien de personnes y vivaient, et combien de chambres ?',
      'Six personnes, deux chambres.',
      'Dans ce cas vous pouvez faire la demande jusqu’au 31 mars. Il faut le bail et une attestation de composition de ménage. Les formulaires sont en néerlandais, mais nous pouvons vous aider à les remplir.',
      'Merci beaucoup !',
      'Avec plaisir.',
    ),
    ends: [{ theme: 'huurtoelage', outcome: 'answered' }],
  },
  {
    ...usual,
    id: 'creche-francophone',
    line: 'gezinslijn',
    language: 'fr',
    theme: 'kinderopvang',
    exchanges: talk(
      'Bonjour, est-ce que je dois payer si mon enfant est malade et ne va pas à la crèche ?',
      'Bonjour. Avec un certificat médical, non. Sans certificat, vous disposez de 18 jours d’absence gratuits par an.',
      'Et si la crèche demande quand même de l’argent ?',
      'Montrez-lui le règlement d’ordre intérieur. Si elle refuse, nous pouvons transmettre votre plainte.',
      'Je vais d’abord leur parler. Merci.',
    ),
    ends: [{ theme: 'kinderopvang', outcome: 'answered' }],
  },
  {
    ...usual,
    id: 'deutsches-diplom',
    language: 'de',
    theme: 'buitenlands-diploma',
    exchanges: talk(
      'Guten Tag, ich habe in Deutschland Krankenpflege gelernt und möchte in Leemland arbeiten. Wird mein Diplom anerkannt?',
      'Guten Tag. Für Pflegeberufe brauchen Sie zwei Schritte: die Anerkennung des Diploms und danach ein Visum für den Beruf. Haben Sie das Zeugnis und die Fächerliste?',
      'Ja, beides, aber nur auf Deutsch.',
      'Deutsch ist in Belgien Amtssprache, Sie brauchen keine Übersetzung. Laden Sie beides auf studeren.leemland.example hoch.',
      'Wie lange dauert das?',
      'Höchstens vier Monate ab dem Tag, an dem alles vollständig ist.',
      'Vielen Dank.',
    ),
    ends: [{ theme: 'buitenlands-diploma', outcome: 'answered' }],
  },
  {
    ...usual,
    id: 'german-truck-driver',
    line: 'wegenlijn',
    language: 'de',
    theme: 'wegmelding',
    exchanges: talk(
      'Auf der N2931 liegt ein großer Ast auf der Fahrbahn, Richtung Harelstede.',
      'Danke. Wissen Sie ungefähr, bei welchem Kilometerstein?',
      'Kurz nach 14.',
      'Notiert, der Straßendienst fährt sofort hin. Gute Fahrt.',
    ),
    ends: [{ theme: 'wegmelding', outcome: 'answered' }],
  },
  {
    ...usual,
    id: 'newcomer-sign-in',
    language: 'en',
    theme: 'aanmelden',
    exchanges: talk(
      'Hi, I moved here from Ireland last month. I can’t sign in to the online desk because I don’t have a Belgian eID yet.',
      'Hello and welcome. Do you have a residence card, or an appointment for one?',
      'My appointment is next Thursday.',
      'After that you can activate a digital key with your new card. Until then, the Digipunt in Harelstede can give you a temporary token; bring your passport and your registration form.',
      'Is it free?',
      'Yes, and no appointment needed.',
      'Brilliant, thanks!',
    ),
    ends: [{ theme: 'aanmelden', outcome: 'signposted' }],
  },
  {
    ...usual,
    id: 'permit-in-english',
    line: 'ravelinge',
    language: 'en',
    theme: null,
    exchanges: talk(
      'Hello, we are changing address inside Ravelinge. How many days do we have to tell you?',
      'Hello. Eight working days after you have moved. You can do it online, or at the town hall by appointment.',
      'Does the police officer still come to check?',
      'Yes, usually within two weeks. Put your names on the doorbell, please.',
    ),
    ends: [{ theme: 'afspraak-gemeentehuis', outcome: 'answered' }],
  },
]
