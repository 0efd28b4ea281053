import { useState } from 'react'
import { Banner } from '../shared/ui/banner.tsx'
import { Button } from '../shared/ui/button.tsx'
import { ConfirmDialog } from '../shared/ui/confirm-dialog.tsx'
import { Duration } from '../shared/ui/duration.tsx'
import type { IconName } from '../shared/ui/icon.tsx'
import { type Command, useShortcuts } from '../shared/ui/shortcuts.ts'
import { StatePill } from '../shared/ui/state-pill.tsx'
import { type Act, useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { AbuseDialog } from './abuse-dialog.tsx'
import { acts } from './acts.ts'
import { useDesk } from './desk-context.ts'
import { EmergencyDialog } from './emergency-dialog.tsx'
import { TransferDialog } from './transfer-dialog.tsx'
import { may, shownState, type Work } from './work.ts'

type Open = 'transfer' | 'finish' | 'emergency' | 'abuse' | null

/** The state of a conversation and what can be done with it, by button and by key. */
export function TalkBar({ work, isUrgent }: { work: Work; isUrgent: boolean }) {
  const words = useWords(deskWords)
  const [open, setOpen] = useState<Open>(null)
  const act = useAct()
  const { known } = useDesk()
  const { contact, engagement } = work
  const question = contact.questions.find(({ id }) => id === engagement.question)
  const theme = known.themeName(question?.theme ?? null)
  const commands = useTalkCommands(work, act, setOpen)
  useShortcuts(commands)
  return (
    <header className="desk-talk-bar">
      <h2>
        <span className="desk-cut">{theme ?? words('row.noTheme')}</span>
        <span className="desk-soft desk-talk-reference ui-figures">{work.contact.reference}</span>
        <StatePill state={shownState(work)}>
          <Duration label={words('panel.talking')} since={engagement.phaseSince} />
        </StatePill>
      </h2>
      <div className="desk-acts">
        {commands
          .filter(({ isDisabled }) => !isDisabled)
          .map(({ id, title, keys = '', icon, run }) => (
            <Button key={id} icon={icon} kind="quiet" {...hint(id, keys)} onPress={run}>
              {title}
            </Button>
          ))}
      </div>
      {act.trouble && (
        <Banner tone="warn" live="polite">
          {act.trouble}
        </Banner>
      )}
      {isUrgent && may(work, 'reply') && (
        <Banner
          tone="danger"
          actions={
            <Button keys="f8" onPress={() => setOpen('emergency')}>
              {words('emergency.show')}
            </Button>
          }
        >
          {words('emergency.urgent')}
        </Banner>
      )}
      <TalkDialogs work={work} open={open} act={act} onClose={() => setOpen(null)} />
    </header>
  )
}

type TalkDialogsProps = { work: Work; open: Open; act: Act; onClose: () => void }

function TalkDialogs({ work, open, act, onClose }: TalkDialogsProps) {
  const words = useWords(deskWords)
  return (
    <>
      <TransferDialog work={work} isOpen={open === 'transfer'} onClose={onClose} />
      <EmergencyDialog work={work} isOpen={open === 'emergency'} onClose={onClose} />
      <AbuseDialog work={work} isOpen={open === 'abuse'} onClose={onClose} />
      <ConfirmDialog
        title={words('act.finishAsk')}
        confirmLabel={words('act.finish')}
        isOpen={open === 'finish'}
        isPending={act.isPending}
        onClose={onClose}
        onConfirm={() => void act.run(() => acts.finish(work)).then(onClose)}
      >
        {words('act.finishText')}
      </ConfirmDialog>
    </>
  )
}

/** Only the key that cannot wait is always in sight; `?` lists them all. */
const hint = (id: string, keys: string) => (id === 'emergency' ? { keys } : {})

function useTalkCommands(
  work: Work,
  act: Act,
  setOpen: (open: Open) => void,
): (Command & { icon: IconName })[] {
  const words = useWords(deskWords)
  const isHeld = work.engagement.state === 'hold'
  const hold = isHeld
    ? {
        title: words('act.resume'),
        icon: 'chat' as const,
        run: () => void act.run(() => acts.resume(work)),
      }
    : {
        title: words('act.hold'),
        icon: 'pause' as const,
        run: () => void act.run(() => acts.hold(work)),
      }
  return [
    { id: 'hold', keys: 'alt+h', ...hold, isDisabled: !may(work, isHeld ? 'resume' : 'hold') },
    {
      id: 'transfer',
      title: words('act.transfer'),
      icon: 'transfer' as const,
      keys: 'alt+t',
      isDisabled: !may(work, 'transfer'),
      run: () => setOpen('transfer'),
    },
    {
      id: 'abuse',
      title: words('act.abuse'),
      icon: 'flag' as const,
      keys: 'f9',
      isDisabled: !may(work, 'reply'),
      run: () => setOpen('abuse'),
    },
    {
      id: 'emergency',
      title: words('act.emergency'),
      icon: 'emergency' as const,
      keys: 'f8',
      isDisabled: !may(work, 'raiseEmergency'),
      run: () => setOpen('emergency'),
    },
    {
      id: 'finish',
      title: words('act.finish'),
      icon: 'accept' as const,
      keys: 'alt+e',
      isDisabled: !may(work, 'finish'),
      run: () => setOpen('finish'),
    },
  ].map((command) => ({ ...command, group: words('act.group') }))
}
