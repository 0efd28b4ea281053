type Child = Node | string | null | undefined | false
type Value = string | number | boolean | null | undefined | ((event: never) => void)

/**
 * Makes an element. `onclick` and the like are listeners; other names are attributes, left out when
 * false or null. Text stays text: nothing here is ever read as HTML.
 */
export function h<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  values: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'function')
      element.addEventListener(name.slice(2), value as unknown as EventListener)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value))
  }
  element.append(...shown(children))
  return element
}

/** Puts these in place of what an element holds. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...shown(children))
}

/** Changes the text of an element only when it differs, so that a screen reader hears it once. */
export function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

function shown(children: Child[]): (Node | string)[] {
  return children.filter((child) => child !== null && child !== undefined && child !== false)
}
