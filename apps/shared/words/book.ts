import { useTranslation } from 'react-i18next'
import { i18n, type Language } from './language.ts'

/**
 * A book holds the sentences of one part of the interface. Dutch is written first and gives the type:
 * a key that another language lacks, or a value left out at the call, does not compile.
 * Plurals are written `waiting_one`, `waiting_other` and asked for as `waiting` with a `count`.
 */
export type Tree = { readonly [key: string]: string | Tree }

/** The same keys as the Dutch, with sentences of its own. */
export type Translated<T extends Tree> = {
  readonly [K in keyof T]: T[K] extends Tree ? Translated<T[K]> : string
}

type Singular<K extends string> = K extends `${infer Base}_${'zero' | 'one' | 'other'}` ? Base : K

type Paths<T extends Tree, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends Tree ? Paths<T[K], `${Prefix}${K}.`> : `${Prefix}${K}`
}[keyof T & string]

export type Key<T extends Tree> = Singular<Paths<T>>

type Sentence<T extends Tree, P extends string> = P extends `${infer Head}.${infer Rest}`
  ? T[Head] extends Tree
    ? Sentence<T[Head], Rest>
    : never
  : T[P] extends string
    ? T[P]
    : T[`${P}_other`] & string

type Blanks<S extends string> = S extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Blanks<Rest>
  : never

type Values<S extends string> = { [N in Blanks<S>]: N extends 'count' ? number : string | number }

type Args<S extends string> = [Blanks<S>] extends [never]
  ? [values?: { count: number }]
  : [Values<S>]

/** Gives the sentence of a key in the language of the reader. */
export type Words<T extends Tree> = <K extends Key<T>>(
  key: K,
  ...args: Args<Sentence<T, K>>
) => string

export type Book<T extends Tree> = { readonly name: string; readonly nl: T }

export type Others<T extends Tree> = Partial<Record<Exclude<Language, 'nl'>, Translated<T>>>

/** Makes a book and registers its languages; what a language lacks is shown in Dutch. */
export function defineBook<const T extends Tree>(name: string, nl: T, others: Others<T>): Book<T> {
  for (const [language, words] of Object.entries({ nl, ...others })) {
    i18n.addResourceBundle(language, name, words, true, true)
  }
  return { name, nl }
}

/** The words of a book, following the chosen language. */
export function useWords<T extends Tree>(book: Book<T>): Words<T> {
  return useTranslation(book.name).t as unknown as Words<T>
}

/** The words of a book outside a component, in the language of this moment. */
export function wordsOf<T extends Tree>(book: Book<T>): Words<T> {
  return i18n.getFixedT(null, book.name) as unknown as Words<T>
}
