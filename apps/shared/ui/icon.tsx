/** Our own icons: a grid of 20, a stroke of 1.75, no fills. An icon alone never carries a meaning. */
const paths = {
  accept: 'M4 10.5l4 4 8-9',
  add: 'M10 4v12M4 10h12',
  alert: 'M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.1',
  attach:
    'M15.5 9l-6 6a3.5 3.5 0 01-5-5l6.5-6.5a2.4 2.4 0 013.4 3.4l-6.2 6.2a1.2 1.2 0 01-1.7-1.7l5.4-5.4',
  away: 'M4 7h10v4a4 4 0 01-4 4H8a4 4 0 01-4-4zM14 8h1a2 2 0 010 4h-1M7 2.5v2M11 2.5v2',
  back: 'M16 10H4M9 5l-5 5 5 5',
  bell: 'M5 14V9a5 5 0 0110 0v5l1.5 1.5h-13zM8.5 18h3',
  chat: 'M3 4h14v10H9l-4 3.5V14H3z',
  clock: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 6v4l2.7 2',
  close: 'M5 5l10 10M15 5L5 15',
  collapse: 'M5 12.5l5-5 5 5',
  copy: 'M7 7h9v9H7zM13 7V4H4v9h3',
  danger: 'M7 3h6l4 4v6l-4 4H7l-4-4V7zM10 6.5v4.5M10 13.6v.1',
  emergency: 'M10 3v14M3.9 6.5l12.2 7M3.9 13.5l12.2-7',
  expand: 'M5 7.5l5 5 5-5',
  eye: 'M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10zM10 7.8a2.2 2.2 0 100 4.4 2.2 2.2 0 000-4.4z',
  flag: 'M5 17.5V3M5 4h10l-2.5 3.5L15 11H5',
  info: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 9v4.5M10 6.3v.1',
  keyboard: 'M2.5 5h15v10h-15zM5.5 8h.1M8.5 8h.1M11.5 8h.1M14.5 8h.1M6.5 12h7',
  language: 'M10 3a7 7 0 100 14 7 7 0 000-14zM3 10h14M10 3c5 4 5 10 0 14M10 3c-5 4-5 10 0 14',
  mail: 'M2.5 4.5h15v11h-15zM2.5 5.5L10 11l7.5-5.5',
  minus: 'M4.5 10h11',
  more: 'M4.6 10h.8M9.6 10h.8M14.6 10h.8',
  next: 'M7.5 5l5 5-5 5',
  ok: 'M10 3a7 7 0 100 14 7 7 0 000-14zM6.8 10.3l2.2 2.2 4.2-4.7',
  pause: 'M7 4v12M13 4v12',
  phone:
    'M4 3h3l1.5 4L6.5 8.5a10 10 0 005 5L13 11.5l4 1.5v3a1 1 0 01-1 1A13 13 0 013 4a1 1 0 011-1z',
  post: 'M3 8v4l3 .5L13 16V4L6 7.5zM6 12.5l1 4.5h2l-.7-3.6M16 8.5v3',
  question:
    'M10 3a7 7 0 100 14 7 7 0 000-14zM7.9 8a2.1 2.1 0 114 .9c-.5.8-1.9 1-1.9 2.3M10 13.7v.1',
  ring: 'M10 6.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7z',
  search: 'M8.8 3.5a5.3 5.3 0 100 10.6 5.3 5.3 0 000-10.6zM12.7 12.7L17 17',
  send: 'M3 4l14 6-14 6 2-6zM5 10h6',
  shield: 'M10 2.5l6 2v5c0 4-2.6 6.6-6 8-3.4-1.4-6-4-6-8v-5z',
  signOut: 'M12 4H4v12h8M8 10h9M14 7l3 3-3 3',
  theme: 'M10 3a7 7 0 100 14 7 7 0 000-14zM10 3v14M10 7h4.5M10 10h6.5M10 13h4.5',
  transfer: 'M3 7h12M12 4l3 3-3 3M17 13H5M8 10l-3 3 3 3',
  undo: 'M7.5 4L4 7.5 7.5 11M4 7.5h7.5a4.2 4.2 0 010 8.5H7',
  user: 'M10 3.5a3.2 3.2 0 100 6.4 3.2 3.2 0 000-6.4zM3.5 17a6.5 6.5 0 0113 0',
  users:
    'M7.5 4a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6zM2 16.5a5.5 5.5 0 0111 0M13 4.2a2.8 2.8 0 010 5.2M15 12a5.5 5.5 0 013 4.5',
  waiting:
    'M5.5 3h9M5.5 17h9M6.5 3c0 4 3.5 4.5 3.5 7S6.5 13 6.5 17M13.5 3c0 4-3.5 4.5-3.5 7s3.5 3 3.5 7',
  write: 'M3.5 16.5l1-4L14 3l3 3-9.5 9.5zM11.5 5.5l3 3',
} as const

export type IconName = keyof typeof paths
export const iconNames = Object.keys(paths) as IconName[]

/** A drawing beside words; hidden from assistive technology. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="ui-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
