import { type Citizen, talk } from './citizen.ts'

/** The sector lines and the municipality. */

const usual = { audience: 'citizen', language: 'nl', patienceSeconds: 300 } as const
const gezinslijn = { ...usual, line: 'gezinslijn' } as const
const wegenlijn = { ...usual, line: 'wegenlijn', patienceSeconds: 180 } as const
const ravelinge = { ...usual, line: 'ravelinge' } as const

export const otherLineCitizens: Citizen[] = [
  {
    ...gezinslijn,
    id: 'tweeling',
    theme: 'kindtoelage',
    exchanges: talk(
      'Wij verwachten een tweeling in maart. Moet ik de kindtoelage één of twee keer aanvragen?',
      'Van harte! Eén aanvraag volstaat voor beide kindjes. U kunt ze doen vanaf de zesde maand.',
      'En krijg je dan ook twee keer het startbedrag?',
      'Ja, per kind.',
      'Super, bedankt',
      'Graag gedaan, en veel geluk.',
    ),
    ends: [{ theme: 'kindtoelage', outcome: 'answered' }],
  },
  {
    ...gezinslijn,
    id: 'co-ouderschap',
    theme: 'kindtoelage',
    exchanges: talk(
      'Mijn ex krijgt de hele kindtoelage terwijl onze zoon de helft van de tijd bij mij is. Hoe kan ik dat laten splitsen?',
      'Dat kan als u het samen vraagt, of als het in een vonnis of akkoord staat. Hebt u zo’n stuk?',
      'Een akkoord via de bemiddelaar, maar niet door de rechter.',
      'Een ondertekend bemiddelingsakkoord volstaat. Laad het op bij ‘Verdeling wijzigen’; de splitsing gaat in de maand daarna in.',
      'En zij moet dat niet goedkeuren?',
      'Ze krijgt een bericht en kan binnen 30 dagen reageren. Met het akkoord erbij wordt dat zelden een discussie.',
    ),
    ends: [{ theme: 'kindtoelage', outcome: 'answered' }],
  },
  {
    ...gezinslijn,
    id: 'opvang-vol',
    theme: 'kinderopvang',
    exchanges: talk(
      'Overal waar ik bel is de opvang vol. Ik moet op 1 februari terug gaan werken. Wat doet een mens dan?',
      'Dat is lastig. Hebt u al een aanvraag via de opvangkaart, of belde u zelf rond?',
      'Zelf gebeld naar 7 kindjesopvangs.',
      'Doe er ook één aanvraag bij via de opvangkaart: dan ziet elke opvang in Zoetwaas uw vraag, ook als er onverwacht een plaats vrijkomt.',
      'En als dat niks geeft?',
      'Dan zoekt een medewerker van het Gezinshuis met u mee. Zal ik vragen dat men u belt?',
      'Ja graag, na 16u.',
      'Genoteerd: men belt u morgen na 16 uur.',
    ),
    ends: [{ theme: 'kinderopvang', outcome: 'callBackAgreed' }],
  },
  {
    ...gezinslijn,
    id: 'opvang-tarief',
    theme: null,
    exchanges: talk(
      'Ons loon is gedaald door tijdskrediet, gaat de prijs van de crèche dan ook omlaag?',
      'Dat kan, als uw gezinsinkomen minstens tien procent lager ligt dan op uw aanslagbrief. Is dat zo?',
      'Ik denk 15 procent.',
      'Dan vraagt u een nieuwe berekening aan in het loket, met uw laatste twee loonbrieven. Het nieuwe tarief geldt vanaf de volgende maand.',
    ),
    ends: [{ theme: 'kinderopvang', outcome: 'answered' }],
  },
  {
    ...wegenlijn,
    id: 'put-fietspad',
    theme: 'wegmelding',
    exchanges: talk(
      'Er zit een diepe put in het fietspad langs de N2931, mijn zoon is er al gevallen.',
      'Spijtig voor uw zoon, hopelijk valt het mee. Waar is het juist? Een huisnummer of kruispunt helpt.',
      'Richting Oudermark, net voor huisnummer 214.',
      'Dank u, ik heb het genoteerd. Een gevaarlijke put wordt binnen 24 uur afgezet en binnen vijf werkdagen hersteld.',
      'Ok. Zijn fiets is wel kapot, kan ik daar iets voor krijgen?',
      'U kunt een schadeclaim indienen op wegen.leemland.example. Neem nu al foto’s van de put en van de fiets.',
    ),
    ends: [{ theme: 'wegmelding', outcome: 'answered' }],
  },
  {
    ...wegenlijn,
    id: 'lichten-defect',
    theme: 'wegmelding',
    exchanges: talk(
      'De verkeerslichten aan het kruispunt van de Ringlaan met de Molenweg in Harelstede staan op oranje te knipperen, al van deze morgen.',
      'Dank u voor uw melding. Ze is bekend; de technicus is onderweg. Is er verkeer dat in de knoop raakt?',
      'Het gaat, maar de fietsers durven niet over.',
      'Dan vraag ik de politie om te komen regelen. Bedankt.',
    ),
    ends: [{ theme: 'wegmelding', outcome: 'answered' }],
  },
  {
    ...wegenlijn,
    id: 'nacht-werken',
    theme: 'wegenwerken',
    exchanges: talk(
      'Zijn dat jullie werken op de brug? Het is 2 uur ’s nachts en mijn bed davert.',
      'Ja, het asfalt van de Sluisbrug wordt deze nacht vernieuwd, omdat dat overdag niet kan. Het frezen stopt om 4 uur.',
      'En morgennacht weer?',
      'Nee, morgen wordt enkel geschilderd. Dat maakt nauwelijks lawaai.',
      'Bon. Er had wel een briefje in de bus mogen zitten.',
      'Daar hebt u gelijk in. Wilt u dat ik het als klacht doorgeef?',
      'Ja doe dat maar.',
      'Dat doe ik. U krijgt een ontvangstmelding en binnen 45 dagen een antwoord.',
    ),
    ends: [
      { theme: 'wegenwerken', outcome: 'answered' },
      { theme: 'wegenwerken', outcome: 'complaint' },
    ],
  },
  {
    ...wegenlijn,
    id: 'vrachtwagen-omleiding',
    audience: 'business',
    theme: 'wegenwerken',
    exchanges: talk(
      'Wij moeten morgen met een oplegger van 44 ton naar de haven van Duinbroek, geraken we nog over de N2907?',
      'Nee, de N2907 is tot vrijdag dicht voor verkeer boven 3,5 ton. De omleiding loopt over de N2931 en de Dijkweg.',
      'Die Dijkweg heeft toch een brug van 4 meter?',
      'De doorrijhoogte is daar 4,2 meter.',
      'Ok dat lukt. Bedankt.',
    ),
    ends: [{ theme: 'wegenwerken', outcome: 'answered' }],
  },
  {
    ...ravelinge,
    id: 'identiteitskaart-kind',
    theme: 'afspraak-gemeentehuis',
    exchanges: talk(
      'Wij vertrekken binnen 9 dagen naar Spanje en ik merk nu dat mijn dochter van 4 geen kaartje heeft. Is dat nog op tijd?',
      'Dat wordt krap, maar het kan met een spoedaanvraag: dan ligt de kaart er na twee werkdagen. Die kost wel meer.',
      'Hoeveel meer?',
      'Ruim 100 euro in plaats van 7 euro. Vraagt u ze vandaag of morgen gewoon aan, dan is ze er meestal in zes werkdagen, maar dat kan ik niet beloven.',
      'Dan toch maar met spoed. Moet zij mee?',
      'Ja, uw dochter moet mee, met een pasfoto. Ik zie nog plaats morgen om 10.20 uur. Zal ik die vastleggen?',
      'Ja!',
      'Vastgelegd, morgen om 10.20 uur aan loket 3.',
    ),
    ends: [{ theme: 'afspraak-gemeentehuis', outcome: 'answered' }],
  },
  {
    ...ravelinge,
    id: 'bruine-bak',
    theme: 'afval',
    exchanges: talk(
      'mijn gft bak is deze week niet leeggemaakt, de rest van de straat wel',
      'Stond hij buiten voor 6 uur, met het deksel toe?',
      'ja de avond ervoor al. er hing wel een geel kaartje aan',
      'Een geel kaartje wil zeggen dat er iets in zat dat niet bij gft hoort. Staat er een kruisje op?',
      'bij plastic',
      'Haal dat eruit, dan nemen ze hem volgende week woensdag mee. Kunt u niet wachten, dan mag u naar het recyclagepark, gratis voor gft.',
    ),
    ends: [{ theme: 'afval', outcome: 'answered' }],
  },
  {
    ...ravelinge,
    id: 'tuinhuis',
    theme: 'omgeving',
    exchanges: talk(
      'Heb ik een vergunning nodig voor een tuinhuis van 4 op 5 meter, achteraan in de tuin?',
      'Tot 40 vierkante meter bijgebouwen samen hebt u meestal geen vergunning nodig, als het binnen 30 meter van uw huis staat en hoogstens 3,5 meter hoog is. Staat er al iets?',
      'Een carport van 24 m2.',
      'Samen 44, dus net te veel: dan hebt u wel een vergunning of melding nodig. Met een tuinhuis van 16 vierkante meter blijft u eronder.',
      'Haha oké dan maken we het 4 op 4.',
      'Dat is het eenvoudigste. Hou minstens 1 meter afstand tot de perceelgrens.',
    ),
    ends: [{ theme: 'omgeving', outcome: 'answered' }],
  },
  {
    ...ravelinge,
    id: 'verkeerd-bestuur',
    theme: null,
    exchanges: talk(
      'Ik wil een renovatiepremie aanvragen voor nieuwe ramen, bij u op het gemeentehuis.',
      'De gemeente Ravelinge geeft zelf geen premie voor ramen. Leemland wel, en die vraag beantwoordt 1700.',
      'Kunt u mij doorverbinden?',
      'Ja, ik geef u en uw vraag door. U hoeft niets te herhalen.',
    ),
    ends: [{ theme: 'renovatiepremie', outcome: 'signposted' }],
  },
]
