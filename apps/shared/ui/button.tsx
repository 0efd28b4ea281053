import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { Icon, type IconName } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import { ariaKeys, onMac } from './keys.ts'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = Omit<AriaButtonProps, 'children' | 'className' | 'style'> & {
  kind?: ButtonKind
  icon?: IconName
  /** The keys that do the same, as a hint; useShortcuts binds them. */
  keys?: string
  children: ReactNode
  ref?: Ref<HTMLButtonElement>
}

/** Does something. One primary button per screen or dialog; while pending it keeps focus and its width. */
export function Button({ kind = 'secondary', icon, keys, children, ...rest }: ButtonProps) {
  const words = useWords(commonWords)
  return (
    <AriaButton
      {...rest}
      {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys, onMac) } : {})}
      className="ui-button"
      data-kind={kind}
    >
      {icon && <Icon name={icon} />}
      <span className="ui-button-text">{children}</span>
      {keys && <KeyHint keys={keys} />}
      {rest.isPending && <span className="ui-button-busy" role="img" aria-label={words('busy')} />}
    </AriaButton>
  )
}
