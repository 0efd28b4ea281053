import type { ReactNode } from 'react'

/** A page that has nothing to show yet, or ever: it says to everyone which page it is. */
export function Titled({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1 className="ui-hidden">{title}</h1>
      {children}
    </>
  )
}
