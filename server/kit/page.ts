import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyReply } from 'fastify'
import type { Language } from './refusal.ts'

/** A page of plain HTML, for the moments when none of the apps is there. */
export interface Page {
  language: Language
  title: string
  /** HTML; whatever comes from outside goes through {@link escapeHtml}. */
  body: string
  /** A line of JavaScript that the page can do without. */
  script?: string
}

// The colours come from the same sheet as those of the apps.
const tokens = join(import.meta.dirname, '..', '..', 'apps', 'shared', 'ui', 'tokens.css')
const style = `${readFileSync(tokens, 'utf8')}
* { box-sizing: border-box; margin: 0 }
body { background: var(--paper); font: 1rem/1.5 var(--font); padding: var(--space-6) var(--space-4) }
main { max-width: 44rem; margin: 0 auto }
main, form { display: grid; gap: var(--space-4) }
h1 { font-size: var(--text-2xl); line-height: 1.2 }
h2 { font-size: var(--text-m); color: var(--ink-soft); font-weight: var(--strong); margin-bottom: var(--space-2) }
[lang=en]:not(html, main) { color: var(--ink-soft) }
ul { list-style: none; padding: 0; display: grid; gap: var(--space-2);
  grid-template-columns: repeat(auto-fill, minmax(19rem, 1fr)) }
button, a.button { display: block; width: 100%; height: 100%; padding: var(--space-2) var(--space-3); font: inherit;
  text-align: start; color: var(--ink); background: var(--surface); border: 1px solid var(--line-strong);
  border-radius: var(--radius-m); cursor: pointer; text-decoration: none }
button:hover, a.button:hover { background: var(--hover) }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
button.short, a.short { width: auto; height: auto; justify-self: start }
button strong, button span { display: block }
button span { color: var(--ink-soft); font-size: var(--text-s) }
`

const source = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const styleSource = source(style)

/** The text of a page and the content security policy to send it with: nothing but itself runs. */
export function render({ language, title, body, script }: Page): { html: string; policy: string } {
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)} · Onthaal</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>
<body><main>${body}</main>${script ? `<script>${script}</script>` : ''}</body></html>`
  const policy = [
    `default-src 'none'`,
    `style-src ${styleSource}`,
    `script-src ${script ? source(script) : `'none'`}`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
  return { html, policy }
}

/** Answers with a page that no cache keeps. */
export function sendPage(reply: FastifyReply, status: number, page: Page): FastifyReply {
  const { html, policy } = render(page)
  return reply
    .status(status)
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html)
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** The text made safe to stand in HTML, within quotes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
