/** A binary heap whose first item is the one that goes before all others. */
export class Heap<T> {
  readonly #items: T[]
  readonly #before: (one: T, other: T) => boolean

  /** Takes the array over. O(n). */
  constructor(items: T[], before: (one: T, other: T) => boolean) {
    this.#items = items
    this.#before = before
    for (let at = (items.length >> 1) - 1; at >= 0; at--) this.#sink(at)
  }

  get first(): T | undefined {
    return this.#items[0]
  }

  /** O(log n). */
  push(item: T): void {
    const items = this.#items
    let at = items.push(item) - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = items[above] as T
      if (!this.#before(item, parent)) break
      items[at] = parent
      at = above
    }
    items[at] = item
  }

  /** To be called when the first item changed for the worse. O(log n). */
  settleFirst(): void {
    this.#sink(0)
  }

  dropFirst(): void {
    const last = this.#items.pop()
    if (last === undefined || this.#items.length === 0) return
    this.#items[0] = last
    this.#sink(0)
  }

  #sink(from: number): void {
    const items = this.#items
    const item = items[from]
    if (item === undefined) return
    let at = from
    for (;;) {
      let child = 2 * at + 1
      let next = items[child]
      if (next === undefined) break
      const right = items[child + 1]
      if (right !== undefined && this.#before(right, next)) {
        next = right
        child++
      }
      if (!this.#before(next, item)) break
      items[at] = next
      at = child
    }
    items[at] = item
  }
}
