/** Finds by a few letters: what begins so first, then words that do, then initials, then letters in order. */

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim()

function inOrder(query: string, text: string): boolean {
  let place = 0
  for (const letter of query) {
    place = text.indexOf(letter, place) + 1
    if (place === 0) return false
  }
  return true
}

/** How well a text answers a query: 0 is not at all. Case and accents do not count. */
export function score(query: string, text: string): number {
  const [wanted, found] = [plain(query), plain(text)]
  if (wanted === '') return 1
  if (found.startsWith(wanted)) return 5
  if (found.includes(` ${wanted}`)) return 4
  const initials = found
    .split(/\s+/)
    .map((word) => word[0])
    .join('')
  if (initials.startsWith(wanted)) return 3
  if (found.includes(wanted)) return 2
  return inOrder(wanted.replaceAll(' ', ''), found) ? 1 : 0
}

/** The items that answer the query, best first; equals stay in their order. */
export function rank<T>(query: string, items: readonly T[], text: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, points: score(query, text(item)) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ item }) => item)
}
