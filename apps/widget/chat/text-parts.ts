export type Part = { text: string; href: string | null }

const address = /https?:\/\/[^\s<>"']+/g
/** Signs that close the sentence rather than the address. */
const trailing = /[.,;:!?)\]]+$/

/** A text in parts, those that are a web address with where they lead. */
export function textParts(text: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    const href = found.replace(trailing, '')
    if (!isAddress(href)) continue
    parts.push({ text: text.slice(at, index), href: null }, { text: href, href })
    at = index + href.length
  }
  parts.push({ text: text.slice(at), href: null })
  return parts.filter((part) => part.text !== '')
}

function isAddress(href: string): boolean {
  return URL.canParse(href)
}

/** Whether a national register or card number was masked: at least eleven dots in groups. */
export function isMasked(body: string): boolean {
  return /(?:•[ \u00a0./–-]{0,3}){11}/.test(body)
}
