import type { Output } from '../../kit/contract.ts'
import { type Call, contactOf } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import { refusals as contacts } from '../contacts/contract.ts'
import { readContact } from '../contacts/index.ts'
import { maxFileMb, type sendFile as operation, refusals } from './contract.ts'
import { fileKindOf, safeFileName } from './file-kind.ts'
import { maskNumbers } from './mask-numbers.ts'
import type { Parts } from './parts.ts'
import { deleteAfter } from './retention.ts'
import { countFiles, insertFile } from './store.ts'
import { type NewMessage, writeMessage } from './write-message.ts'

const maxFiles = 20

/** Sends an image or a PDF: judged by its content, stored sealed, and told as a message. */
export async function sendFile(
  { clock, files, messages }: Parts,
  call: Call<typeof operation>,
): Promise<Output<typeof operation>> {
  const { tx, input, now } = call
  const { contact, by } = await writer(call)
  if (!messages.take(contact, now)) throw kit.tooMany()
  const bytes = Buffer.from(input.content, 'base64')
  if (bytes.length > maxFileMb * 1_048_576) throw refusals.fileTooLarge({ max: maxFileMb })
  const kind = await fileKindOf(bytes)
  if (kind === null) throw refusals.fileType()
  const id = newId()
  const written = await writeMessage(tx, clock, { contact, id: input.id, body: null, file: id, by })
  if (written.fresh) {
    if ((await countFiles(tx, contact)) >= maxFiles) throw kit.tooMany()
    await insertFile(tx, {
      id,
      contact,
      name: maskNumbers(safeFileName(input.name, kind)),
      type: kind,
      size: bytes.length,
      sealed: files.seal(id, bytes),
      madeAt: written.sentAt,
      deleteAfter: deleteAfter(written.sentAt),
    })
  }
  return { number: written.number, sentAt: written.sentAt }
}

/** Who sends: the citizen of this contact, or the agent who is in conversation with them. */
async function writer({
  tx,
  caller,
  input,
}: Call<typeof operation>): Promise<Pick<NewMessage, 'contact' | 'by'>> {
  const contact = await readContact(tx, input.contact)
  if (!contact) throw kit.notFound()
  if (caller.kind === 'staff') {
    const own = contact.engagements.filter(({ staff }) => staff === caller.id)
    const engagement = own.findLast(({ state }) => state !== 'ended') ?? own.at(-1)
    if (!engagement) throw contacts.notYours()
    const by = { kind: 'staff', id: caller.id, engagement: engagement.id } as const
    return { contact: contact.id, by }
  }
  if (contactOf(caller) !== contact.id) throw kit.notFound()
  return { contact: contact.id, by: { kind: 'citizen' } }
}
