import { randomInt } from 'node:crypto'
import { v7 } from 'uuid'

/** A new id: UUIDv7, so that rows made together lie together. */
export function newId(): string {
  return v7()
}

/**
 * A new reference that can be read aloud: nine random digits and a check digit, in groups
 * (`482-173-9466`). Not a secret, and unique only by its index: the caller retries on a clash.
 */
export function newReference(): string {
  const digits = String(randomInt(0, 1_000_000_000)).padStart(9, '0')
  const whole = digits + luhn(digits)
  return `${whole.slice(0, 3)}-${whole.slice(3, 6)}-${whole.slice(6)}`
}

/** The check digit of Luhn (ISO/IEC 7812-1, annex B) over a string of digits. */
export function luhn(digits: string): string {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const weighted = i % 2 === 0 ? digit * 2 : digit
    sum += weighted > 9 ? weighted - 9 : weighted
  }
  return String((10 - (sum % 10)) % 10)
}
