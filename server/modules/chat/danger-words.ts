/**
 * Words of acute danger: a life at stake now. A list per language of what people really write, as
 * patterns over the text in lower case, without accents, with punctuation as ` . ` (so that nothing
 * is found across two sentences). `~` stands for up to three small words in between: "ik wil *echt
 * gewoon* niet meer leven". What was long ago, or is the name of something, is left out on purpose:
 * "een beroerte gehad", "doodlopende straat", "au feu rouge".
 *
 * An installation adds its own words as a setting. Better one false alarm than a miss: the price of
 * the first is a place further ahead in the queue.
 */

const dutch = pattern(
  'gewoon|echt|liever|alleen|maar|nu|eigenlijk|al|soms|weer|nog|ook|steeds|altijd|constant|zo|graag|heel|net|een',
  [
    'zelfmoord(?:lijn|gedachten?|plannen|poging)?',
    'zelfdoding(?:s?lijn|s?gedachten?)?',
    '(?:mezelf|mijzelf|zichzelf|hemzelf|haarzelf) ~(?:iets )?(?:aan te doen|aandoen|aandoet|van kant (?:te )?maken|ophangen|verdrinken|doden)',
    '(?:mij|me|haar|hem|ons|mezelf|zichzelf) ~(?:te )?(?:vermoorden|ombrengen|verhangen|doodmaken|doodslaan|doodsteken)',
    '(?:wil|wou|wilde|hoef|hoeft|zou) ~niet meer (?:verder )?(?:leven|bestaan|wakker worden)',
    'niet meer ~(?:willen|wil|wilt|wou) leven',
    '(?:wil|wou|wilde|zou) ~dood(?: gaan| zijn)?(?= \\.| en| want| omdat| maar)',
    'einde? (?:te )?(?:maken )?aan (?:mijn|zijn|haar|het) leven',
    'er ~einde? aan (?:te )?(?:maken|maak|maakt)|maak er ~einde? aan',
    '(?:zie|ziet) het leven niet meer zitten|beter af zonder mij|afscheidsbrief',
    '(?:pillen|medicatie|medicijnen|slaappillen|pilletjes|tabletten) (?:in)?(?:genomen|geslikt)|overdosis',
    '(?:hij|zij|ze|man|vrouw|vriend|vriendin|partner|ex|vader|moeder|zoon|stiefvader|buurman|iemand) ~(?:slaat|schopt|stampt|wurgt|steekt|mishandelt|verkracht) (?:mij|me|ons|mijn|haar|hem|de kinderen)',
    '(?:ik word|wij worden|we worden|ik ben) ~(?:geslagen|mishandeld|verkracht|bedreigd|aangevallen|gestoken)',
    '(?:be)?dreigt (?:\\w+ ){0,3}(?:met een (?:mes|pistool|geweer|wapen)|met de dood|te vermoorden|te doden|te slaan|iets aan te doen)',
    '(?:hij|zij|ze|iemand|man|zoon|ex) ~heeft een (?:mes|pistool)(?= \\.| en| vast| bij)|staat ~(?:hier |voor \\w+ \\w+ )?met een (?:mes|pistool|geweer)',
    '(?:ademt|ademen) ~niet|ademt (?:haast|bijna) niet|krijgt? ~geen (?:adem|lucht)',
    'bewusteloos|buiten bewustzijn|niet meer aanspreekbaar',
    '(?:krijgt?|heeft|heb|heb ik) ~(?:hartaanval|hartstilstand|hartinfarct|beroerte)(?! gehad| gekregen| gedaan)',
    '(?:er is|is er|er woedt|er komt) ~brand(?! geweest)|(?:staat|staan) ~in brand|in brand staat',
    'gaslek|gasgeur|ruik(?:en|t)? ~gas|ruikt naar gas|gas ruiken|co vergiftiging',
    'bloedt ~(?:hard|hevig|erg|dood)|aan het (?:verdrinken|stikken|doodbloeden)|van (?:de|een) brug (?:te )?springen',
    'spookrijder',
  ],
)

const french = pattern(
  'vraiment|juste|plus|pas|encore|toujours|tout|maintenant|simplement|parfois|tres|bien|une?|que',
  [
    'suicid(?:e|er|aire|aires)',
    '(?:vais|veux|voudrais|va|veut|pense a|essaie de) ~(?:me|se|nous|le|la|les) (?:tuer|pendre|jeter)',
    '(?:veux|voudrais|veut|envie de|prefere|prefererais) ~mourir(?! de)',
    'en finir avec (?:la|ma) vie|mettre fin a (?:mes|ses) jours|mettre fin a (?:ma|sa) vie',
    '(?:plus|pas) (?:envie|la force) de vivre|(?:veux|veut) plus vivre',
    '(?:il|elle|mari|conjoint|compagnon|copain|ex|pere|mere|voisin|fils|quelqu un) ~(?:me|nous|la|le|les) (?:frappe|bat|etrangle|viole|poignarde|agresse)',
    'menac(?:e|ent|er) ~(?:de mort|avec un|de (?:me|nous|la|le|les) tuer)|(?:il|elle|quelqu un) a un (?:couteau|pistolet|fusil)',
    'respirer? (?:plus|pas)|arrive ~(?:a )?respirer',
    '(?:est|suis|tombee?|semble) ~inconsciente?(?! d| qu)',
    '(?:fait|fais) ~(?:crise cardiaque|arret cardiaque|infarctus|avc)',
    'au feu(?= \\.)|il y a le feu|(?:est|sont) en feu|prend feu|il y a un incendie',
    'fuite de gaz|odeur de gaz|(?:sens|sent) le gaz',
    '(?:pris|avale) (?:trop de|toute la boite de|plein de|tous les) (?:cachets|comprimes|medicaments|pilules)|overdose',
    'saigne (?:beaucoup|abondamment)|se noie|en train de (?:se noyer|s etouffer)',
  ],
)

const german = pattern(
  'wirklich|einfach|nur|nicht|jetzt|immer|auch|noch|schon|gerade|manchmal|lieber|eine?n?',
  [
    'selbstmord(?:gedanken|versuch)?|suizid(?:gedanken|versuch)?',
    '(?:mich|sich|ihn|sie|uns) ~(?:selbst )?(?:umbringen|umzubringen|aufhangen|erhangen)|bringt? (?:mich|uns|sich) um',
    '(?:will|mochte|wollte) ~(?:mehr leben|weiterleben|weiter leben|sterben|tot sein)(?! lassen)',
    'leben (?:ein ende|zu beenden)|keine lust mehr zu leben',
    '(?:er|sie|mann|frau|freund|partner|ex|vater|mutter|sohn|jemand) ~(?:schlagt|wurgt|verprugelt|vergewaltigt) (?:mich|uns|sie|ihn|die kinder)',
    'bedroht (?:mich|uns|sie|ihn) ~mit|droht (?:mich|uns) umzubringen|(?:er|sie|jemand) hat ein(?:e)? (?:messer|pistole|waffe)(?= \\.)',
    'atmet ~(?:mehr|nicht)|bekomm(?:e|t) keine luft',
    'bewusstlos|nicht mehr ansprechbar',
    '(?:hat|habe) ~(?:herzinfarkt|herzstillstand|schlaganfall)(?! gehabt)',
    'es brennt|(?:haus|wohnung|auto|keller|kuche|dach|zimmer) brennt|feuer ausgebrochen',
    'gasgeruch|riecht nach gas|rieche gas|gasleck',
    '(?:viele|alle) (?:tabletten|pillen|medikamente) (?:genommen|geschluckt)|uberdosis',
    'blutet (?:stark|sehr)|verblutet|am ertrinken',
    'geisterfahrer|falschfahrer',
  ],
)

const english = pattern(
  'really|just|only|now|still|always|also|even|sometimes|actually|keeps|an?|to|is|has',
  [
    'suicid(?:e|al)',
    '(?:kill|hurt|harm|hang) (?:myself|himself|herself|themselves)|self harm|(?:going|gonna|threatens|threatening|trying|wants) ~kill (?:me|us|him|her)',
    '(?:want|wants|wish|wanna) ~(?:die|be dead|end it all|end (?:my|his|her) life)',
    'end my life|take my own life|(?:don t|doesn t|do not|does not) want to (?:live|be alive|wake up)|better off without me',
    '(?:he|she|husband|wife|partner|boyfriend|girlfriend|ex|father|mother|dad|mum|someone) ~(?:hits|hitting|beats|beating|strangles|strangling|raped|stabbed|attacks|attacking) (?:me|us|her|him|my)',
    'threaten(?:s|ed|ing)? (?:me|us|her|him) with|(?:he|she|someone) has a (?:knife|gun)(?= \\.| and)',
    '(?:not|stopped|isn t) breathing|can t breathe|cannot breathe',
    '(?:is|he s|she s|lying|fell) ~unconscious',
    '(?:house|flat|apartment|building|kitchen|car|room|roof|school) ~on fire|there s a fire|there is a fire(?= \\.| in| at)',
    'gas leak|smell(?:s|ing)? (?:of )?gas',
    '(?:having|has|had) a (?:heart attack|stroke)(?= \\.| now)|having a (?:heart attack|stroke)',
    '(?:took|taken|swallowed) (?:too many|all (?:my|the|his|her)|a lot of) (?:pills|tablets)|overdosed?',
    'bleeding (?:badly|heavily|out|a lot)|is drowning',
  ],
)

/** One pattern of a language's small words and the phrases of its list. */
function pattern(small: string, phrases: string[]): RegExp {
  const any = phrases.join('|').replaceAll('~', `(?:(?:${small}) ){0,3}`)
  return new RegExp(`\\b(?:${any})(?![a-z\\d])`)
}

/**
 * Whether the text sounds like acute danger. All languages are looked for, whatever the page was
 * in. `more`: phrases that the installation added, in lower case and without accents.
 */
export function soundsLikeDanger(text: string, more: readonly string[] = []): boolean {
  const plain = simplify(text)
  if ([dutch, french, german, english].some((language) => language.test(`${plain} .`))) return true
  return more.some((one) => ` ${plain} `.includes(` ${simplify(one)} `))
}

function simplify(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('ß', 'ss')
    .replace(/[.,!?;:\n()]+/g, ' . ')
    .replace(/[^a-z\d.]+/g, ' ')
    .trim()
}
