import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { Dialog } from './dialog.tsx'
import { KeyHint } from './key-hint.tsx'
import { keyCaps, onMac } from './keys.ts'
import { setSingleKeys, useCommands, useSingleKeys } from './shortcuts.ts'
import { Switch } from './switch.tsx'

/** The keys that act here. AppShell has one, on `?`. */
export function ShortcutList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const words = useWords(commonWords)
  const commands = useCommands().filter(({ keys }) => keys)
  const groups = [...new Set(commands.map(({ group }) => group))]
  const singleKeys = useSingleKeys()
  return (
    <Dialog title={words('keys.title')} isOpen={isOpen} onClose={onClose} size="small">
      <div className="ui-key-list">
        {groups.map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {commands
                .filter((command) => command.group === group)
                .map(({ id, title, keys = '' }) => (
                  <div key={id}>
                    <dt>{title}</dt>
                    <dd>
                      <span className="ui-hidden">{keyCaps(keys, onMac).join(' + ')}</span>
                      <KeyHint keys={keys} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <Switch isSelected={singleKeys} onChange={setSingleKeys} detail={words('keys.singleHelp')}>
          {words('keys.single')}
        </Switch>
      </div>
    </Dialog>
  )
}
