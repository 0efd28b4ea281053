import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { useDesk } from './desk-context.ts'
import { OfferCard } from './offer-card.tsx'
import { isOffer } from './work.ts'
import { WorkRow } from './work-row.tsx'

/** Everything that waits for this agent: offers first, then what is in hand. */
export function WorkList() {
  const words = useWords(deskWords)
  const { works, chosen } = useDesk()
  const offers = works.filter(isOffer)
  const inHand = works.filter((work) => !isOffer(work))
  return (
    <nav className="desk-list" aria-label={words('lists.work')}>
      {offers.length > 0 && (
        <section aria-labelledby="offers">
          <h2 id="offers">{words('lists.offers')}</h2>
          <ul>
            {offers.map((work, index) => (
              <li key={work.engagement.id}>
                <OfferCard work={work} isFirst={index === 0} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="in-hand">
        <h2 id="in-hand">
          {words('lists.inHand')} <span className="desk-count">{inHand.length}</span>
        </h2>
        <ul>
          {inHand.map((work, index) => (
            <li key={work.engagement.id}>
              <WorkRow work={work} place={index + 1} isChosen={work === chosen} />
            </li>
          ))}
        </ul>
      </section>
    </nav>
  )
}
