import { expect, test } from 'vitest'
import { addressOf, type Place, placeOf } from './place.ts'

test('REGIE-11: a place and its address name each other; what names nothing is the board', () => {
  const places: Place[] = [{ page: 'board' }, { page: 'trail' }, { page: 'contact', contact: 'c1' }]
  for (const place of places) expect(placeOf(addressOf(place))).toEqual(place)
  for (const hash of ['', '#', '#contact', '#contact/', '#nothing'])
    expect(placeOf(hash)).toEqual({ page: 'board' })
})
