/** What agents can know, each at a level from 1 (can point the way) to 5 (trains the others). */
export const skills: Record<string, string> = {
  wegwijs: 'De weg wijzen door het overheidslandschap',
  aanmelden: 'Helpen bij het aanmelden op e-loketten',
  wonen: 'Huren en wonen',
  renoveren: 'Renovatiepremie en energielening',
  studeren: 'Studiebeurzen en diploma’s',
  belastingen: 'Gewestbelastingen',
  kindtoelage: 'Kindtoelage',
  kinderopvang: 'Kinderopvang',
  wegen: 'Meldingen op gewestwegen',
  ravelinge: 'Burgerzaken en afval in Ravelinge',
  omgeving: 'Bouwen en vergunningen in Ravelinge',
  'lang:nl': 'Nederlands',
  'lang:fr': 'Frans',
  'lang:de': 'Duits',
  'lang:en': 'Engels',
}
