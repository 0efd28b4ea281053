/** A rule said no; `sentence` tells the person why, in the language of the page. */
export class RefusalError extends Error {
  override name = 'RefusalError'
  readonly code: string
  readonly sentence: string
  readonly status: number
  readonly params: Record<string, unknown>

  constructor(status: number, body: { refusal: string; sentence: string }) {
    super(body.refusal)
    const { refusal, sentence, ...params } = body
    this.code = refusal
    this.sentence = sentence
    this.status = status
    this.params = params
  }
}

/** The server was wrong; `number` finds the line in its log. */
export class BugError extends Error {
  override name = 'BugError'
  readonly number: string | undefined
  readonly sentence: string | undefined

  constructor(body: { bug?: string; sentence?: string }) {
    super(body.bug ?? 'bug')
    this.number = body.bug
    this.sentence = body.sentence
  }
}

/** No answer came within the time we keep trying: it may or may not have been done. */
export class UnreachableError extends Error {
  override name = 'UnreachableError'
}
