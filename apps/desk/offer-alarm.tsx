import { useEffect, useState } from 'react'
import { isSwitchedOn, play, switchTo } from '../shared/tones.ts'
import { useShortcuts } from '../shared/ui/shortcuts.ts'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { useDesk } from './desk-context.ts'
import { ring } from './ring.ts'
import { isOffer } from './work.ts'

const everyMs = 3_000

/** Makes an offer heard, read out and seen in the title of the window. */
export function OfferAlarm() {
  const words = useWords(deskWords)
  const { works, known } = useDesk()
  const [isOn, setOn] = useState(() => isSwitchedOn(ring))
  const offers = works.filter(isOffer)
  const newest = offers.at(-1)
  const isOffered = offers.length > 0

  useEffect(() => {
    if (!isOffered || !isOn) return
    play(ring)
    const timer = setInterval(() => play(ring), everyMs)
    return () => clearInterval(timer)
  }, [isOffered, isOn])

  useEffect(() => {
    const count = offers.length
    document.title = count > 0 ? words('titleOffers', { count }) : words('title')
    if (!('setAppBadge' in navigator)) return
    const shown = count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()
    shown.catch(() => {})
  }, [offers.length, words])

  useShortcuts([
    {
      id: 'ring',
      title: words(isOn ? 'offer.soundOff' : 'offer.soundOn'),
      group: words('act.statusGroup'),
      run: () => {
        switchTo(ring, !isOn)
        setOn(!isOn)
      },
    },
  ])

  const theme = newest?.contact.questions.at(-1)?.theme ?? null
  return (
    <p className="ui-hidden" role="alert">
      {newest &&
        words('offer.announce', {
          line: known.lineName(newest.contact.line),
          theme: known.themeName(theme) ?? words('row.noTheme'),
        })}
    </p>
  )
}
