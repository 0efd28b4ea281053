import { Button, Tooltip, TooltipTrigger } from 'react-aria-components'
import type { ButtonKind, ButtonProps } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import { ariaKeys, onMac } from './keys.ts'

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'aria-label' | 'kind'> & {
  icon: IconName
  /** The name of the button, for everyone: shown on hover and on focus. */
  label: string
  kind?: ButtonKind
}

/** A button too small for words; only for what is known (close, more, attach). */
export function IconButton({ icon, label, keys, kind = 'quiet', ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400}>
      <Button
        {...rest}
        {...(keys ? { 'aria-keyshortcuts': ariaKeys(keys, onMac) } : {})}
        className="ui-button"
        data-kind={kind}
        data-icon-only
        aria-label={label}
      >
        <Icon name={icon} />
      </Button>
      <Tooltip className="ui-tooltip" offset={6}>
        {label}
        {keys && <KeyHint keys={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
