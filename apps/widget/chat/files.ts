import type { Input } from '../../../server/kit/contract.ts'
import type { sendFile } from '../../../server/modules/chat/contract.ts'
import { RefusalError, UnreachableError } from '../../shared/client-error.ts'
import { type AskOptions, headersOf, isRefusal } from '../ask.ts'

/** The largest file, in megabytes, as the contract has it. */
export const maxFileMb = 10

/** What is wrong with a file before it is sent; the server judges by its content. */
export function flawOf({ size, type }: Pick<File, 'size' | 'type'>): 'tooLarge' | 'type' | null {
  if (size > maxFileMb * 1_048_576) return 'tooLarge'
  const known = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']
  return known.includes(type) || type === '' ? null : 'type'
}

/** The bytes of a file in base64. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}

/** Sends a file, and tells which share of it, 0 to 1, is on its way. Rejects as asking does. */
export function upload(
  origin: string,
  input: Input<typeof sendFile>,
  options: AskOptions & { language: string; progress(share: number): void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${origin}/api/chat.sendFile`)
    request.responseType = 'json'
    const headers = { 'accept-language': options.language, ...headersOf(options) }
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => options.progress(total ? loaded / total : 0)
    request.onerror = () => reject(new UnreachableError('chat.sendFile'))
    request.onload = () => {
      const { status, response } = request
      if (status >= 200 && status < 300) resolve()
      else if (isRefusal(response)) reject(new RefusalError(status, response))
      else reject(new UnreachableError('chat.sendFile'))
    }
    request.send(JSON.stringify(input))
  })
}

/** Fetches a file of the conversation with the citizen's key; null when that does not work. */
export async function download(origin: string, id: string, token: string): Promise<Blob | null> {
  const headers = { authorization: `Bearer ${token}` }
  const request = { headers, credentials: 'omit' } as const
  const response = await fetch(`${origin}/files/${id}`, request).catch(() => null)
  return response?.ok ? response.blob() : null
}

/** Lets the person save something under a name. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
