/** Moves the focus to the next or previous row that can be opened, of all lists on the page. */
export function moveRow(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-row]')]
  const focused = document.activeElement
  const here = focused instanceof HTMLElement ? rows.indexOf(focused) : -1
  const next = here < 0 ? (by > 0 ? 0 : rows.length - 1) : here + by
  const row = rows[Math.min(Math.max(next, 0), rows.length - 1)]
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}
