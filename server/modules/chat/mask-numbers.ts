import { luhn } from '../../kit/ids.ts'

/** What people put between groups of digits. */
const between = '[ \\u00a0./–-]'

/** yy mm dd, a serial number of three and two check digits, with the usual signs between them. */
const registerNumber = new RegExp(
  `(?<![\\d+])\\d{2}${between}?\\d{2}${between}?\\d{2}${between}{0,3}\\d{3}${between}?\\d{2}(?!\\d)`,
  'g',
)

/** The groups in which card numbers are printed; each is one sign apart, always the same one. */
const cardNumbers = [
  /(?<!\d)[2-6]\d{12,18}(?!\d)/g,
  /(?<!\d)[2-6]\d{3}([ \u00a0.-])\d{4}\1\d{4}\1\d{4}\1\d{1,3}(?!\d)/g,
  /(?<!\d)[2-6]\d{3}([ \u00a0.-])\d{4}\1\d{4}\1\d{1,4}(?!\d)/g,
  /(?<!\d)3\d{3}([ \u00a0.-])\d{6}\1\d{4,5}(?!\d)/g,
]

/** An account number as it stands in a text: country, two check digits, a number of digits only. */
const accountNumber = /(?<![a-z\d])[a-z]{2}\d{2}(?: ?\d){8,26}(?!\d)/gi

/**
 * The text with every digit of a national register number (also a bis number) or of a payment card
 * number replaced by a dot, so that neither is ever stored. Only what passes its own check digits is
 * masked: references, telephone, account and file numbers stay. The length stays the same.
 */
export function maskNumbers(text: string): string {
  const accounts = [...text.matchAll(accountNumber)]
    .filter(([found]) => isAccountNumber(digitsAndLetters(found)))
    .map(({ index, 0: found }) => ({ from: index, until: index + found.length }))
  const inAccount = (at: number) => accounts.some(({ from, until }) => from <= at && at < until)
  const masked = cardNumbers.reduce(
    (rest, shape) =>
      rest.replace(shape, (found, ...more) =>
        isCardNumber(digitsOf(found)) && !inAccount(offsetOf(more)) ? dots(found) : found,
      ),
    text,
  )
  return masked.replace(registerNumber, (found, at: number) =>
    isRegisterNumber(digitsOf(found)) && !inAccount(at) ? dots(found) : found,
  )
}

/**
 * Eleven digits whose last two are 97 minus the rest of the first nine by 97; for who is born from
 * 2000 on a 2 goes before those nine (Royal Decree of 3 April 1984). A bis number adds 20 or 40 to
 * the month. An unknown birth date has month 0, and then any day.
 */
export function isRegisterNumber(digits: string): boolean {
  if (!/^\d{11}$/.test(digits)) return false
  const month = Number(digits.slice(2, 4)) % 20
  const offset = Number(digits.slice(2, 4)) - month
  const day = Number(digits.slice(4, 6))
  if (offset > 40 || month > 12 || (month > 0 && day > 31)) return false
  const check = Number(digits.slice(9))
  return [digits.slice(0, 9), `2${digits.slice(0, 9)}`].some(
    (number) => 97 - (Number(number) % 97) === check,
  )
}

/** Thirteen to nineteen digits with the check digit of Luhn (ISO/IEC 7812-1). */
export function isCardNumber(digits: string): boolean {
  return /^[2-6]\d{12,18}$/.test(digits) && luhn(digits.slice(0, -1)) === digits.at(-1)
}

/** The check digits of an IBAN (ISO 13616): letters are 10 to 35, and the whole by 97 leaves 1. */
function isAccountNumber(account: string): boolean {
  const moved = account.slice(4) + account.slice(0, 4)
  const number = moved.replace(/[a-z]/gi, (letter) => String(Number.parseInt(letter, 36)))
  return BigInt(number) % 97n === 1n
}

/** The place of a match among the arguments of a replacer: the first that is a number. */
function offsetOf(more: unknown[]): number {
  return more.find((one): one is number => typeof one === 'number') ?? 0
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}

function digitsAndLetters(text: string): string {
  return text.replace(/[^\da-z]/gi, '')
}

function dots(text: string): string {
  return text.replace(/\d/g, '•')
}
