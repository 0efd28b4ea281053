import tokens from '../shared/ui/tokens.css?inline'
import options from './options.css?inline'
import widget from './widget.css?inline'

/**
 * The design language in the widget's own tree. A page may set its root to any size; here a rem is
 * what the reader's browser calls medium. A browser without light-dark() gets the light colours.
 */
export function asSheet(css: string): CSSStyleSheet {
  const medium = mediumSize()
  const sheet = new CSSStyleSheet()
  const own = css
    .replaceAll(':root', ':host')
    .replace(/(\d*\.?\d+)rem\b/g, (_, number) => `${Number(number) * medium}px`)
  sheet.replaceSync(CSS.supports('color', 'light-dark(red, red)') ? own : lightOnly(own))
  return sheet
}

export const widgetSheets = () => [tokens, widget, options].map(asSheet)

function lightOnly(css: string): string {
  return css.replace(/light-dark\(((?:[^(),]|\([^)]*\))+),(?:[^()]|\([^)]*\))*\)/g, '$1')
}

let known: number | undefined

function mediumSize(): number {
  if (known === undefined) {
    const probe = document.createElement('onthaal-probe')
    probe.style.fontSize = 'medium'
    document.documentElement.append(probe)
    known = Number.parseFloat(getComputedStyle(probe).fontSize) || 16
    probe.remove()
  }
  return known
}
