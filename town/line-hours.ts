import type {
  HoursDocument,
  HoursException,
  Period,
} from '../server/modules/clients/hours-document.ts'
import { words } from './words.ts'

/** When each line of the town is open: four shapes of opening hours that occur in real life. */

const years = [2026, 2027, 2028, 2029, 2030]

function everyYear(exception: (year: number) => HoursException): HoursException[] {
  return years.map(exception)
}

function week(weekdays: Period[], saturday: Period[] = [], sunday = saturday) {
  return {
    monday: weekdays,
    tuesday: weekdays,
    wednesday: weekdays,
    thursday: weekdays,
    friday: weekdays,
    saturday,
    sunday,
  }
}

const christmasEve = everyYear((year) => ({
  date: `${year}-12-24`,
  periods: [{ from: '09:00', to: '16:00' }],
  text: words(
    'Op 24 december zijn wij open van 9 tot 16 uur.',
    'Le 24 décembre, nous sommes ouverts de 9 à 16 heures.',
    'Am 24. Dezember sind wir von 9 bis 16 Uhr erreichbar.',
    'On 24 December we are open from 9 a.m. to 4 p.m.',
  ),
  reason: 'Kerstavond',
}))

/** Every working day of the civil service, from 9 to 19 h. */
export const generalHours: HoursDocument = {
  weekly: week([{ from: '09:00', to: '19:00' }]),
  workingDays: { calendar: 'civilService', extra: [], worked: [] },
  exceptions: christmasEve,
  emergencyClosure: null,
}

/** Closed over noon, open on Saturday morning and on the bridge days of the civil service. */
export const familyHours: HoursDocument = {
  weekly: week(
    [
      { from: '09:00', to: '12:30' },
      { from: '13:00', to: '17:30' },
    ],
    [{ from: '09:00', to: '12:00' }],
    [],
  ),
  workingDays: { calendar: 'belgianHolidays', extra: [], worked: [] },
  exceptions: everyYear((year) => ({
    date: `${year}-07-11`,
    periods: [],
    text: words(
      'Op 11 juli is de Gezinslijn gesloten.',
      'La Ligne Famille est fermée le 11 juillet.',
      'Am 11. Juli ist die Familienlinie geschlossen.',
      'The Family Line is closed on 11 July.',
    ),
    reason: 'Feestdag',
  })),
  emergencyClosure: null,
}

/** Day and night, all year. */
export const roadHours: HoursDocument = {
  weekly: week([{ from: '00:00', to: '24:00' }], [{ from: '00:00', to: '24:00' }]),
  workingDays: { calendar: 'none', extra: [], worked: [] },
  exceptions: [],
  emergencyClosure: null,
}

/** As the town hall: late on Tuesday, and closed on the Monday of the fair. */
export const ravelingeHours: HoursDocument = {
  weekly: {
    ...week([
      { from: '09:00', to: '12:00' },
      { from: '13:30', to: '16:30' },
    ]),
    tuesday: [
      { from: '09:00', to: '12:00' },
      { from: '13:30', to: '19:00' },
    ],
    friday: [{ from: '09:00', to: '12:00' }],
  },
  workingDays: {
    calendar: 'belgianHolidays',
    extra: ['2026-09-07', '2027-09-06', '2028-09-04', '2029-09-03', '2030-09-02'].map((date) => ({
      date,
      name: words('Kermismaandag', 'Lundi de la kermesse', 'Kirmesmontag', 'Fair Monday'),
    })),
    worked: [],
  },
  exceptions: christmasEve.map((exception) => ({
    ...exception,
    periods: [{ from: '09:00', to: '12:00' }],
    text: words(
      'Op 24 december is het gemeentehuis open van 9 tot 12 uur.',
      'Le 24 décembre, la maison communale est ouverte de 9 à 12 heures.',
      'Am 24. Dezember ist das Gemeindehaus von 9 bis 12 Uhr geöffnet.',
      'On 24 December the town hall is open from 9 a.m. to noon.',
    ),
  })),
  emergencyClosure: null,
}
