/**
 * Numbers that a decision compares by the hundred, side by side in memory: kept as fields of objects
 * they cost a cache miss each, and that was most of the time a decision took.
 */
export class Table {
  readonly width: number
  #cells: Float64Array
  readonly #unused: number[] = []
  #rows = 0

  /** A power of two as width keeps a row within one line of cache. */
  constructor(width: number) {
    this.width = width
    this.#cells = new Float64Array(width * 64)
  }

  /** A row that nobody uses; it holds whatever was there. */
  reserve(): number {
    const row = this.#unused.pop() ?? this.#rows++
    if ((row + 1) * this.width > this.#cells.length) {
      const larger = new Float64Array(this.#cells.length * 2)
      larger.set(this.#cells)
      this.#cells = larger
    }
    return row
  }

  release(row: number): void {
    this.#unused.push(row)
  }

  get(row: number, column: number): number {
    return this.#cells[row * this.width + column] as number
  }

  set(row: number, column: number, value: number): void {
    this.#cells[row * this.width + column] = value
  }
}
