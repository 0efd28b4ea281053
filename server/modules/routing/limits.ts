/** The patience of routing, in ms. How long an offer rings is a setting of its queue. */

/** An agent who declined a contact, or let it pass, is left alone with it this long. */
export const leaveAloneMs = 60_000

/** A conversation whose desk is gone this long goes back to the queue. */
export const desertedMs = 30_000

/** A contact transferred to a colleague waits for them alone this long. */
export const colleagueMs = 60_000

/** The t of the service level: a chat answered within it was answered in time. */
export const targetMs = 30_000
