import { expect, test } from 'vitest'
import { soundsLikeDanger } from './danger-words.ts'

test.each([
  'Ik wil niet meer leven',
  'ik wil echt gewoon niet meer leven!!',
  'Ik zie geen uitweg, ik wil dood.',
  'ik wil dood',
  'Ik denk aan zelfmoord',
  'mijn broer heeft het over zelfdoding',
  'ik ga mezelf iets aandoen',
  'Ik heb alle pillen genomen',
  'Mijn man slaat mij en de kinderen',
  'hij slaat me',
  'Ze bedreigt ons met een mes',
  'hij dreigt mij te vermoorden',
  'Ik word bedreigd door mijn ex',
  'Mijn moeder ademt niet meer, wat moet ik doen?',
  'Mijn vader krijgt een hartaanval',
  'Er is brand in de keuken',
  'de garage staat in brand',
  'Ik ruik gas in de gang',
  'Er rijdt een spookrijder op de ring',
  'Mijn man ligt bewusteloos op de grond',
  'Je veux mourir',
  'Je n’ai plus envie de vivre',
  'je pense au suicide',
  'Mon mari me frappe',
  'Il menace de me tuer',
  'Ma mère ne respire plus',
  'Il y a une fuite de gaz chez moi',
  'AU FEU !',
  'Ich will nicht mehr leben',
  'ich möchte sterben',
  'Er schlägt mich',
  'Mein Vater atmet nicht',
  'Es brennt im Keller',
  'Hier ist Gasgeruch',
  'I want to kill myself',
  'i just want to die',
  'I don’t want to live anymore',
  'My husband is hitting me',
  'She is not breathing',
  'the house is on fire',
  'I think he is having a heart attack',
  'Ik wil stoppen. I took too many pills',
])('CHAT-13: alarm: %s', (text) => {
  expect(soundsLikeDanger(text)).toBe(true)
})

test.each([
  'Ik woon in een doodlopende straat, wanneer komt de ophaling?',
  'Ik wil dood hout laten ophalen',
  'Mijn vader is overleden, wie verwittig ik van het overlijden?',
  'ik schrok me dood van de rekening',
  'Ik ben doodmoe van al die formulieren',
  'Mijn vrouw heeft vorig jaar een beroerte gehad. Is er een tegemoetkoming?',
  'Er is brand geweest in onze huurwoning',
  'Dekt de premie een brandverzekering?',
  'Ik wil een einde maken aan mijn huurcontract',
  'Hoe vraag ik een wapenvergunning aan?',
  'De dienst reageert niet op mijn mail',
  'Moet ik een gasketel laten keuren?',
  'mijn aanvraag staat in de wacht',
  'Wij willen een steekproef doen; hij slaat een pagina over',
  'Kan ik de voorwaarden van de huurtoelage krijgen?',
  'Ik heb geen zin meer in dat gedoe',
  'J’ai été flashé au feu rouge',
  'le feu de signalisation est cassé',
  'C’est à mourir de rire',
  'Mon père est mort en mai, que faire ?',
  'Je veux en finir avec ces papiers',
  'Ich brenne darauf, das zu erfahren',
  'Mein Vater ist gestorben',
  'Wie lange läuft die Frist?',
  'The deadline is killing me',
  'My father died in May',
  'I want to diet, is there a subsidy?',
  'Is there a grant for a fire alarm?',
  'The team is on fire this week',
])('CHAT-13: no alarm: %s', (text) => {
  expect(soundsLikeDanger(text)).toBe(false)
})

test('CHAT-13: what an installation adds is found as a whole phrase', () => {
  expect(soundsLikeDanger('De dijk breekt dóór!', ['dijk breekt door'])).toBe(true)
  expect(soundsLikeDanger('De dijk breekt doorgaans niet', ['dijk breekt door'])).toBe(false)
})

test('CHAT-13: a long text is judged in little time', () => {
  const text = 'ik wil gewoon echt liever nu '.repeat(130)
  const before = performance.now()
  soundsLikeDanger(text)
  expect(performance.now() - before).toBeLessThan(50)
})
