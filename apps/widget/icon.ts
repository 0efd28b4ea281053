/** The icons of the design language that the widget needs: a grid of 20, strokes only. */
const paths = {
  alert: 'M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.1',
  attach:
    'M15.5 9l-6 6a3.5 3.5 0 01-5-5l6.5-6.5a2.4 2.4 0 013.4 3.4l-6.2 6.2a1.2 1.2 0 01-1.7-1.7l5.4-5.4',
  back: 'M16 10H4M9 5l-5 5 5 5',
  chat: 'M3 4h14v10H9l-4 3.5V14H3z',
  close: 'M5 5l10 10M15 5L5 15',
  copy: 'M7 7h9v9H7zM13 7V4H4v9h3',
  mail: 'M2.5 4.5h15v11h-15zM2.5 5.5L10 11l7.5-5.5',
  next: 'M7.5 5l5 5-5 5',
  phone:
    'M4 3h3l1.5 4L6.5 8.5a10 10 0 005 5L13 11.5l4 1.5v3a1 1 0 01-1 1A13 13 0 013 4a1 1 0 011-1z',
  send: 'M3 4l14 6-14 6 2-6zM5 10h6',
} as const

const svg = 'http://www.w3.org/2000/svg'

/** A drawing beside words; hidden from assistive technology. */
export function icon(name: keyof typeof paths): SVGElement {
  const element = document.createElementNS(svg, 'svg')
  element.setAttribute('viewBox', '0 0 20 20')
  element.setAttribute('aria-hidden', 'true')
  element.setAttribute('class', 'icon')
  const path = document.createElementNS(svg, 'path')
  path.setAttribute('d', paths[name])
  element.append(path)
  return element
}
