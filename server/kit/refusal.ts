/** The languages a sentence can be in. Staff are served in nl and en; citizens in all four. */
export type Language = 'nl' | 'en' | 'fr' | 'de'
export const languages = ['nl', 'fr', 'de', 'en'] as const

/** One sentence per language; `{name}` is replaced by a parameter. */
export type Sentence = { nl: string; en: string; fr?: string; de?: string }
export type Parameters = Record<string, string | number>

/** A rule said no, and the person can act on it. Never a fault of ours or of the world. */
export class Refusal extends Error {
  override name = 'Refusal'

  readonly code: string
  readonly status: number
  private readonly words: Sentence
  readonly params: Parameters

  constructor(code: string, status: number, words: Sentence, params: Parameters = {}) {
    super(code)
    this.code = code
    this.status = status
    this.words = words
    this.params = params
  }

  /** The sentence for the person, in their language or else in Dutch. */
  sentence(language: Language): string {
    const text = this.words[language] ?? this.words.nl
    return text.replace(/\{(\w+)\}/g, (whole, name) => String(this.params[name] ?? whole))
  }
}

type Declared = { status: number } & Sentence
export type Refusals<D> = { [C in keyof D]: (params?: Parameters) => Refusal }

/**
 * The refusals of a module: for each code an HTTP status and its sentence. Each entry makes the
 * refusal to throw: `throw refusals.offerGone()`.
 */
export function defineRefusals<D extends Record<string, Declared>>(
  module: string,
  declared: D,
): Refusals<D> & { codes: (keyof D)[] } {
  const made = Object.entries(declared).map(([code, { status, ...words }]) => [
    code,
    (params?: Parameters) => new Refusal(`${module}.${code}`, status, words, params),
  ])
  return { ...Object.fromEntries(made), codes: Object.keys(declared) }
}

/** What any operation may answer, before its own rules are asked. */
export const refusals = defineRefusals('kit', {
  malformed: {
    status: 400,
    nl: 'Dit klopt niet: {place} ({reason}).',
    en: 'This is not right: {place} ({reason}).',
    fr: 'Ceci n’est pas correct : {place} ({reason}).',
    de: 'Das stimmt nicht: {place} ({reason}).',
  },
  signInFirst: {
    status: 401,
    nl: 'Meld u eerst aan.',
    en: 'Please sign in first.',
    fr: 'Identifiez-vous d’abord.',
    de: 'Melden Sie sich zuerst an.',
  },
  notAllowed: {
    status: 403,
    nl: 'Dit hoort niet bij uw rol.',
    en: 'Your role does not allow this.',
    fr: 'Votre rôle ne le permet pas.',
    de: 'Ihre Rolle erlaubt das nicht.',
  },
  notFound: {
    status: 404,
    nl: 'Dit bestaat niet, of niet voor u.',
    en: 'This does not exist, or not for you.',
    fr: 'Ceci n’existe pas, ou pas pour vous.',
    de: 'Das gibt es nicht, oder nicht für Sie.',
  },
  keyReused: {
    status: 409,
    nl: 'Deze sleutel is al gebruikt voor iets anders.',
    en: 'This key was already used for something else.',
    fr: 'Cette clé a déjà servi à autre chose.',
    de: 'Dieser Schlüssel wurde bereits anders verwendet.',
  },
  tooLarge: {
    status: 413,
    nl: 'Dit is te groot om te versturen.',
    en: 'This is too large to send.',
    fr: 'Ceci est trop volumineux pour être envoyé.',
    de: 'Das ist zu groß zum Senden.',
  },
  wrongOrigin: {
    status: 403,
    nl: 'Dit verzoek komt van een andere website en is niet aanvaard.',
    en: 'This request comes from another website and was not accepted.',
  },
  tooMany: {
    status: 429,
    nl: 'Even geduld: te veel verzoeken na elkaar.',
    en: 'One moment: too many requests in a row.',
    fr: 'Un instant : trop de demandes successives.',
    de: 'Einen Moment: zu viele Anfragen nacheinander.',
  },
})
