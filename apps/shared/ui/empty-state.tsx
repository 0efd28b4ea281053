import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type EmptyStateProps = {
  icon?: IconName
  title: string
  /** What makes something appear here, or what to do. */
  children?: ReactNode
}

/** Nothing here, and why. */
export function EmptyState({ icon, title, children }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      {icon && <Icon name={icon} />}
      <p className="ui-empty-title">{title}</p>
      {children && <div>{children}</div>}
    </div>
  )
}
