import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileKindOf, fileKinds, safeFileName } from './file-kind.ts'
import { jpeg, pdf, png, webp } from './sample-files.ts'

test.each([
  ['JPEG', jpeg, 'image/jpeg'],
  ['PNG', png, 'image/png'],
  ['WebP', webp, 'image/webp'],
  ['PDF', pdf, 'application/pdf'],
  ['JPEG with what a camera adds', Buffer.concat([jpeg, Buffer.alloc(99, 7)]), 'image/jpeg'],
])('CHAT-19: a plain %s is taken', async (_, bytes, kind) => {
  expect(await fileKindOf(bytes)).toBe(kind)
})

const zip = Buffer.from('504b0304140000000000', 'hex')
const zipEnd = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

test.each([
  ['nothing', ''],
  ['plain text', 'hallo'],
  ['an SVG', svg],
  ['an SVG with a prologue', `<?xml version="1.0"?>\n${svg}`],
  ['a web page', '<!DOCTYPE html><html><script>alert(1)</script></html>'],
  ['a GIF', 'GIF89a\x01\x00\x01\x00\x00\x00\x00;'],
  ['a program', 'MZ\x90\x00'],
  ['a zip', Buffer.concat([zip, zipEnd])],
  ['a page that claims to be a PDF', Buffer.concat([Buffer.from('<html>'), pdf])],
  ['a PDF with a page in it', Buffer.concat([pdf, Buffer.from('<HTML ><body>%%EOF')])],
  ['a PDF that is a zip too', Buffer.concat([pdf, zip, zipEnd, Buffer.from('\n%%EOF')])],
  ['a PDF cut off', pdf.subarray(0, 40)],
  ['a JPEG with a script', Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')])],
  ['a JPEG that is PHP too', Buffer.concat([jpeg, Buffer.from('<?php system(1) ?>')])],
  ['a JPEG that is a zip too', Buffer.concat([jpeg, zip, zipEnd])],
  ['a JPEG cut off', jpeg.subarray(0, 12)],
  ['a PNG with something after it', Buffer.concat([png, zip])],
  ['a PNG with a page in a comment', withText(png, '<svg onload=alert(1)>')],
  ['a WebP with something after it', Buffer.concat([webp, Buffer.from('meer')])],
])('CHAT-19: %s is refused', async (_, bytes) => {
  expect(await fileKindOf(Buffer.from(bytes))).toBeNull()
})

test('CHAT-19: any bytes at all get an answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(jpeg, png, webp, pdf, deflateSync('x')),
      fc.uint8Array({ maxLength: 200 }),
      fc.nat(80),
      async (start, rest, cut) => {
        const kind = await fileKindOf(Buffer.concat([start.subarray(0, cut), rest]))
        expect(kind === null || Object.hasOwn(fileKinds, kind)).toBe(true)
      },
    ),
  )
})

test.each([
  ['foto.jpg', 'image/jpeg', 'foto.jpg'],
  ['FOTO.JPEG', 'image/jpeg', 'FOTO.jpeg'],
  ['C:\\Users\\ik\\brief.pdf', 'application/pdf', 'brief.pdf'],
  ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
  ['brief.pdf.exe', 'application/pdf', 'brief.pdf.exe.pdf'],
  ['brief\u202Efdp.exe', 'application/pdf', 'brieffdp.exe.pdf'],
  ['een "naam"\r\nx: y.png', 'image/png', 'een naamx y.png'],
  ['', 'image/webp', 'bestand.webp'],
  ['...', 'image/png', 'bestand.png'],
] as const)('CHAT-19: the name %j of %s becomes %j', (name, kind, safe) => {
  expect(safeFileName(name, kind)).toBe(safe)
})

/** A PNG with a text chunk before its end. */
function withText(image: Buffer, text: string): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const chunk = Buffer.concat([length, Buffer.from(`tEXt${text}`), Buffer.alloc(4)])
  return Buffer.concat([image.subarray(0, -12), chunk, image.subarray(-12)])
}
