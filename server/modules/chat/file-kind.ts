import { fileTypeFromBuffer } from 'file-type'

/** The kinds of file that can be sent, with how their names end. */
export const fileKinds = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
} as const
export type FileKind = keyof typeof fileKinds

/** Signs that the bytes are a second thing too: a page, a drawing with scripts, a program, a zip. */
const markup = /<(?:!doctype\s+html|html|script|svg|\?php)[\s>/]/i
const zipEnd = Buffer.from('PK\x05\x06', 'latin1')
/** Where a zip's list ends: it is looked for from the end of a file, over its longest comment. */
const zipTail = 65_557

/**
 * What the bytes are, by their content alone; null for anything but a plain JPEG, PNG, WebP or PDF.
 * A file that is whole as one of these and could be read as something else as well is none of them.
 */
export async function fileKindOf(bytes: Buffer): Promise<FileKind | null> {
  const mime = (await fileTypeFromBuffer(bytes))?.mime
  if (mime === undefined || !isFileKind(mime) || !isWhole(mime, bytes)) return null
  if (markup.test(bytes.toString('latin1'))) return null
  return bytes.subarray(-zipTail).includes(zipEnd) ? null : mime
}

function isFileKind(mime: string): mime is FileKind {
  return Object.hasOwn(fileKinds, mime)
}

/**
 * Whether the file begins and ends as its kind says. Cameras write after the end of a JPEG, so there
 * an end somewhere is enough.
 */
function isWhole(kind: FileKind, bytes: Buffer): boolean {
  switch (kind) {
    case 'image/jpeg':
      return bytes.includes(Buffer.of(0xff, 0xd9))
    case 'image/png':
      return bytes.subarray(-8, -4).toString('latin1') === 'IEND'
    case 'image/webp': {
      const length = bytes.readUInt32LE(4) + 8
      return length === bytes.length || length + 1 === bytes.length
    }
    case 'application/pdf':
      return (
        bytes.subarray(0, 5).toString('latin1') === '%PDF-' &&
        bytes.subarray(-1_024).includes('%%EOF')
      )
  }
}

/**
 * A name that is safe to show and to save under: no folders, no control or direction characters,
 * at most 100 characters, and the ending that its content has.
 */
export function safeFileName(name: string, kind: FileKind): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{C}\u2028\u2029"<>:|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const ending = dot < 0 ? '' : plain.slice(dot + 1).toLowerCase()
  const endings: readonly string[] = fileKinds[kind]
  const right = endings.includes(ending)
  const stem = [...(right ? plain.slice(0, dot) : plain)].slice(0, 90).join('')
  return `${stem || 'bestand'}.${right ? ending : endings[0]}`
}
