import { FileTrigger } from 'react-aria-components'
import { sendFile } from '../../server/modules/chat/contract.ts'
import { ask } from '../shared/client.ts'
import { IconButton } from '../shared/ui/icon-button.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'

const accepted = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']

/** Sends an image or a PDF to the citizen of this contact. */
export function AttachButton({ contact }: { contact: string }) {
  const words = useWords(deskWords)
  const act = useAct()
  async function send(file: File): Promise<void> {
    const content = await base64(file)
    const { name } = file
    await ask(sendFile, { contact, id: crypto.randomUUID(), name, content })
  }
  return (
    <>
      <FileTrigger
        acceptedFileTypes={accepted}
        onSelect={(files) => {
          const file = files?.[0]
          if (file) void act.run(() => send(file))
        }}
      >
        <IconButton
          icon="attach"
          label={words(act.isPending ? 'write.attaching' : 'write.attach')}
          isPending={act.isPending}
        />
      </FileTrigger>
      {act.trouble && (
        <span className="desk-trouble" role="alert">
          {act.trouble}
        </span>
      )}
    </>
  )
}

/** The bytes of a file in base64. */
function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
