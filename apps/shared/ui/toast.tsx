import {
  Button as AriaButton,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
} from 'react-aria-components'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { Icon } from './icon.tsx'
import { type Tone, toneIcons } from './tone.ts'

export type Toast = {
  text: string
  tone?: Tone
  /** Takes back what was done; the toast stays longer. */
  undo?: () => void
}

const queue = new ToastQueue<Toast>({ maxVisibleToasts: 4 })

/** Says that something was done. What went wrong belongs where it went wrong, in a Banner or a field. */
export function toast(content: Toast): void {
  const { text, tone = 'ok', undo } = content
  queue.add({ text, tone, ...(undo ? { undo } : {}) }, { timeout: undo ? 10_000 : 6_000 })
}

/** Where toasts appear; once per page (AppShell has one). F6 leads to it; timers wait for whoever is in it. */
export function ToastRegion() {
  const words = useWords(commonWords)
  return (
    <AriaToastRegion queue={queue} aria-label={words('notices')} className="ui-toasts">
      {({ toast: queued }) => (
        <AriaToast toast={queued} className="ui-toast" data-tone={queued.content.tone}>
          <ToastContent role="status" className="ui-toast-content">
            <Icon name={toneIcons[queued.content.tone ?? 'ok']} />
            <Text slot="title">{queued.content.text}</Text>
          </ToastContent>
          {queued.content.undo && (
            <AriaButton
              slot={null}
              className="ui-button"
              data-kind="quiet"
              onPress={() => {
                queued.content.undo?.()
                queue.close(queued.key)
              }}
            >
              <Icon name="undo" />
              {words('undo')}
            </AriaButton>
          )}
          <AriaButton slot="close" className="ui-button" data-kind="quiet" data-icon-only>
            <Icon name="close" />
          </AriaButton>
        </AriaToast>
      )}
    </AriaToastRegion>
  )
}
