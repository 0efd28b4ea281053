import type { Text } from './text.ts'

/**
 * The days off that the Flemish civil service has beyond the Belgian public holidays, every year.
 * Source: the Flemish staff statute and its yearly circular on holidays: fourteen holidays (the
 * ten legal ones, 11 July, 2 and 15 November, 26 December), and leave between Christmas and New
 * Year. `day` is 'MM-DD'.
 */
export const civilServiceDays: readonly { day: string; name: Text }[] = [
  {
    day: '07-11',
    name: {
      nl: 'Feestdag van de Vlaamse Gemeenschap',
      fr: 'Fête de la Communauté flamande',
      de: 'Festtag der Flämischen Gemeinschaft',
      en: 'Day of the Flemish Community',
    },
  },
  {
    day: '11-02',
    name: { nl: 'Allerzielen', fr: 'Jour des Morts', de: 'Allerseelen', en: 'All Souls’ Day' },
  },
  {
    day: '11-15',
    name: { nl: 'Koningsdag', fr: 'Fête du Roi', de: 'Königstag', en: 'King’s Feast' },
  },
  {
    day: '12-26',
    name: {
      nl: 'Tweede kerstdag',
      fr: 'Lendemain de Noël',
      de: 'Zweiter Weihnachtstag',
      en: 'Boxing Day',
    },
  },
  ...['12-27', '12-28', '12-29', '12-30', '12-31'].map((day) => ({
    day,
    name: {
      nl: 'Sluiting tussen Kerstmis en Nieuwjaar',
      fr: 'Fermeture entre Noël et le Nouvel An',
      de: 'Schließung zwischen Weihnachten und Neujahr',
      en: 'Closed between Christmas and New Year',
    },
  })),
]
