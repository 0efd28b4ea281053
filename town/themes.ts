import {
  belastingen,
  digitaal,
  energie,
  gezin,
  mobiliteit,
  ravelinge,
  studie,
  wonen,
} from './departments.ts'
import { type Words, words } from './words.ts'

/**
 * What a question can be about. Citizens choose by the name before a chat; the keywords are what
 * they call it themselves.
 */
export type Theme = { code: string; department: string; name: Words; keywords: string[] }

/** The choice of who does not know: no theme yet, the agent finds it out. */
export const unknownTheme: Words = words(
  'Ik weet het niet',
  'Je ne sais pas',
  'Ich weiß es nicht',
  'I don’t know',
)

export const themes: Theme[] = [
  {
    code: 'aanmelden',
    department: digitaal,
    name: words(
      'Aanmelden bij een e-loket',
      'Se connecter à un guichet en ligne',
      'Anmelden bei einem Online-Schalter',
      'Signing in to an online desk',
    ),
    keywords: ['inloggen', 'digitale sleutel', 'kaartlezer', 'wachtwoord', 'sessie verlopen'],
  },
  {
    code: 'volmachten',
    department: digitaal,
    name: words(
      'Toegang en volmachten voor een organisatie',
      'Accès et procurations pour une organisation',
      'Zugang und Vollmachten für eine Organisation',
      'Access and mandates for an organisation',
    ),
    keywords: ['toegangsbeheer', 'vzw', 'onderneming', 'hoofdbeheerder'],
  },
  {
    code: 'huurtoelage',
    department: wonen,
    name: words('Huurtoelage', 'Allocation de loyer', 'Mietzuschuss', 'Rent allowance'),
    keywords: ['huursubsidie', 'huurprijs', 'verhuizen', 'ongeschikte woning'],
  },
  {
    code: 'sociaal-huren',
    department: wonen,
    name: words(
      'Een sociale woning huren',
      'Louer un logement social',
      'Eine Sozialwohnung mieten',
      'Renting social housing',
    ),
    keywords: ['sociale woning', 'wachtlijst', 'woonmaatschappij'],
  },
  {
    code: 'huurwaarborg',
    department: wonen,
    name: words(
      'Lening voor de huurwaarborg',
      'Prêt pour la garantie locative',
      'Darlehen für die Mietkaution',
      'Loan for the rental deposit',
    ),
    keywords: ['waarborg', 'borg', 'huurlening'],
  },
  {
    code: 'studiebeurs',
    department: studie,
    name: words('Studiebeurs', 'Bourse d’études', 'Studienbeihilfe', 'Study grant'),
    keywords: ['studietoelage', 'kot', 'hogeschool', 'schooltoelage'],
  },
  {
    code: 'buitenlands-diploma',
    department: studie,
    name: words(
      'Erkenning van een buitenlands diploma',
      'Reconnaissance d’un diplôme étranger',
      'Anerkennung eines ausländischen Diploms',
      'Recognition of a foreign diploma',
    ),
    keywords: ['erkenning', 'gelijkwaardigheid', 'buitenland'],
  },
  {
    code: 'renovatiepremie',
    department: energie,
    name: words(
      'Renovatiepremie',
      'Prime à la rénovation',
      'Renovierungsprämie',
      'Renovation grant',
    ),
    keywords: ['isolatie', 'dak', 'ramen', 'premie', 'verbouwen'],
  },
  {
    code: 'energielening',
    department: energie,
    name: words('Energielening', 'Prêt énergie', 'Energiedarlehen', 'Energy loan'),
    keywords: ['renteloos lenen', 'zonnepanelen', 'warmtepomp'],
  },
  {
    code: 'wegmelding',
    department: mobiliteit,
    name: words(
      'Schade of gevaar op een gewestweg melden',
      'Signaler un dégât ou un danger sur une route régionale',
      'Schäden oder Gefahr auf einer Regionalstraße melden',
      'Reporting damage or danger on a regional road',
    ),
    keywords: ['put', 'verkeerslicht', 'fietspad', 'obstakel', 'gladheid'],
  },
  {
    code: 'wegenwerken',
    department: mobiliteit,
    name: words(
      'Wegenwerken en omleidingen',
      'Travaux routiers et déviations',
      'Straßenarbeiten und Umleitungen',
      'Roadworks and diversions',
    ),
    keywords: ['omleiding', 'wegversperring', 'hinder'],
  },
  {
    code: 'vervoer-op-aanvraag',
    department: mobiliteit,
    name: words(
      'Vervoer op aanvraag',
      'Transport à la demande',
      'Rufbus und Fahrdienst',
      'Transport on request',
    ),
    keywords: ['rolstoel', 'belbus', 'aangepast vervoer'],
  },
  {
    code: 'voertuigbelasting',
    department: belastingen,
    name: words(
      'Voertuigbelasting',
      'Taxe sur les véhicules',
      'Kraftfahrzeugsteuer',
      'Vehicle tax',
    ),
    keywords: ['autobelasting', 'verkeersbelasting', 'nummerplaat'],
  },
  {
    code: 'woningbelasting',
    department: belastingen,
    name: words(
      'Belasting op de eigen woning',
      'Taxe sur l’habitation propre',
      'Steuer auf die eigene Wohnung',
      'Tax on your own home',
    ),
    keywords: ['grondbelasting', 'kadastraal inkomen', 'bezwaar'],
  },
  {
    code: 'kindtoelage',
    department: gezin,
    name: words('Kindtoelage', 'Allocation pour enfant', 'Kinderzulage', 'Child allowance'),
    keywords: ['kindergeld', 'geboorte', 'startbedrag'],
  },
  {
    code: 'kinderopvang',
    department: gezin,
    name: words('Kinderopvang', 'Accueil d’enfants', 'Kinderbetreuung', 'Childcare'),
    keywords: ['crèche', 'onthaalouder', 'opvangtarief'],
  },
  {
    code: 'afspraak-gemeentehuis',
    department: ravelinge,
    name: words(
      'Identiteitskaart, rijbewijs, verhuizen',
      'Carte d’identité, permis de conduire, déménagement',
      'Personalausweis, Führerschein, Umzug',
      'Identity card, driving licence, moving house',
    ),
    keywords: ['paspoort', 'identiteitskaart', 'rijbewijs', 'adreswijziging'],
  },
  {
    code: 'afval',
    department: ravelinge,
    name: words(
      'Afval en recyclagepark',
      'Déchets et recyparc',
      'Abfall und Wertstoffhof',
      'Waste and recycling',
    ),
    keywords: ['afvalkalender', 'gft', 'recyclagepark', 'containerpark'],
  },
  {
    code: 'omgeving',
    department: ravelinge,
    name: words(
      'Bouwen en vergunningen',
      'Construire et permis',
      'Bauen und Genehmigungen',
      'Building and permits',
    ),
    keywords: ['tuinhuis', 'bouwvergunning', 'verbouwing'],
  },
]
