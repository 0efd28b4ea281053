import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const version = 1
const nonceBytes = 12
const tagBytes = 16

/**
 * Files lie in PostgreSQL, encrypted (AES-256-GCM): one backup, one isolation, and whoever has only
 * the database has no files. A sealed file is one byte of version, the nonce, the tag, then the
 * bytes. It is bound to its id: in another row it does not open.
 */
export class SealedFiles {
  private readonly key: Buffer

  /** `key`: 32 bytes, the same on every node (DATA_KEY). */
  constructor(key: Buffer) {
    this.key = key
  }

  seal(id: string, bytes: Buffer): Buffer {
    const nonce = randomBytes(nonceBytes)
    const cipher = createCipheriv(algorithm, this.key, nonce).setAAD(Buffer.from(id))
    const content = Buffer.concat([cipher.update(bytes), cipher.final()])
    return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), content])
  }

  /** Throws when the file was changed, belongs to another id, or was sealed with another key. */
  open(id: string, sealed: Buffer): Buffer {
    if (sealed[0] !== version) throw new Error(`sealed file of unknown version ${sealed[0]}`)
    const content = 1 + nonceBytes + tagBytes
    const decipher = createDecipheriv(algorithm, this.key, sealed.subarray(1, 1 + nonceBytes), {
      authTagLength: tagBytes,
    })
    decipher.setAAD(Buffer.from(id)).setAuthTag(sealed.subarray(1 + nonceBytes, content))
    return Buffer.concat([decipher.update(sealed.subarray(content)), decipher.final()])
  }
}
