import { roles } from '../../kit/contract.ts'
import { escapeHtml, type Page } from '../../kit/page.ts'
import { type CastMember, headings } from './cast-member.ts'

/** Who are you today: a button for everyone in the cast. The page is Dutch, with English beside it. */
export function pickPage(cast: readonly CastMember[], action: string): Page {
  const groups = roles.map((role) => {
    const members = cast.filter(({ roles: held }) => held[0]?.split(':')[0] === role)
    return members.length === 0 ? '' : group(role, headings[role], members)
  })
  const body = `<h1>Wie bent u vandaag?</h1>
    <p lang="en">Who are you today? This installation runs on invented people; one click signs you in.</p>
    <form method="post" action="${escapeHtml(action)}">${groups.join('')}</form>`
  return { language: 'nl', title: 'Aanmelden', body }
}

function group(
  role: string,
  { nl, en }: { nl: string; en: string },
  members: readonly CastMember[],
): string {
  const other = en === nl ? '' : ` <span lang="en">· ${en}</span>`
  return `<section aria-labelledby="${role}"><h2 id="${role}">${nl}${other}</h2>
    <ul>${members.map(button).join('')}</ul></section>`
}

function button({ subject, givenName, familyName, title }: CastMember): string {
  const name = escapeHtml(`${givenName} ${familyName}`)
  return `<li><button name="subject" value="${escapeHtml(subject)}"><strong>${name}</strong>
    <span>${escapeHtml(title.nl)}</span> <span lang="en">${escapeHtml(title.en)}</span></button></li>`
}

/** Signing out: the script presses the button, so that it is only seen where no script runs. */
export function signOutPage(form: string): Page {
  const body = `<h1>Afmelden</h1><p lang="en">Signing out</p>${form}
    <button class="short" form="op.logoutForm" name="logout" value="yes" autofocus>Afmelden · Sign out</button>`
  const script = `document.querySelector('button').click()`
  return { language: 'nl', title: 'Afmelden', body, script }
}

export function signedOutPage(home: string): Page {
  const body = `<h1>U bent afgemeld</h1><p lang="en">You are signed out.</p>
    <a class="button short" href="${escapeHtml(home)}">Naar de startpagina · To the front page</a>`
  return { language: 'nl', title: 'Afgemeld', body }
}

/** Something about the request was not right; starting again is all one can do. */
export function brokenPage(home: string, code: string): Page {
  const body = `<h1>Aanmelden lukt niet</h1>
    <p>Deze aanmelding is verlopen of klopt niet. Begin opnieuw.</p>
    <p lang="en">This sign-in has expired or is not right. Please start again. (${escapeHtml(code)})</p>
    <a class="button short" href="${escapeHtml(home)}sign-in">Opnieuw beginnen · Start again</a>`
  return { language: 'nl', title: 'Aanmelden lukt niet', body }
}
