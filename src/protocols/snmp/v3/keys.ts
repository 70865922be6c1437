import { createHash, createHmac } from 'node:crypto'
import type { AuthProtocol, PrivProtocol, SnmpUser } from '../credential.ts'

/** Length of the signature in a message: RFC 3414 for MD5 and SHA-1, RFC 7860 for the others. */
export const signatureBytes: Record<AuthProtocol, number> = {
  md5: 12,
  sha1: 12,
  sha224: 16,
  sha256: 24,
  sha384: 32,
  sha512: 48,
}

/** Bytes of localised key that each cipher takes, initial vectors included. */
const privKeyBytes: Record<PrivProtocol, number> = {
  des: 16,
  '3des': 32,
  aes128: 16,
  aes192: 24,
  aes256: 32,
  aes192c: 24,
  aes256c: 32,
}

const megabyte = 1 << 20
const mostCached = 20_000
const passwordKeys = new Map<string, Buffer>()
const localisedKeys = new Map<string, Buffer>()

/** RFC 3414, A.2: a megabyte of the password repeated, hashed. Costs milliseconds, so it is done once a password. */
export function passwordToKey(protocol: AuthProtocol, password: Buffer): Buffer {
  return cached(passwordKeys, `${protocol} ${digest(password)}`, () => {
    const block = Buffer.alloc(Math.ceil(4_096 / password.length) * password.length + password.length)
    for (let offset = 0; offset < block.length; offset += password.length) password.copy(block, offset)
    const hash = createHash(protocol)
    // Whole repetitions at a time: the pattern continues where the piece before ended.
    const piece = block.subarray(0, Math.floor(4_096 / password.length) * password.length || password.length)
    let left = megabyte
    for (; left >= piece.length; left -= piece.length) hash.update(piece)
    hash.update(block.subarray(0, left))
    return hash.digest()
  })
}

/** RFC 3414, 2.6: the key for one engine. */
function localise(protocol: AuthProtocol, key: Buffer, engineId: Buffer): Buffer {
  return createHash(protocol).update(key).update(engineId).update(key).digest()
}

export function authKeyFor(user: SnmpUser, engineId: Buffer): Buffer {
  const protocol = user.authProtocol ?? 'sha1'
  const password = Buffer.from(user.authKey ?? '', 'utf8')
  return cached(localisedKeys, `a ${protocol} ${digest(password)} ${engineId.toString('hex')}`, () =>
    localise(protocol, passwordToKey(protocol, password), engineId),
  )
}

export function privKeyFor(user: SnmpUser, engineId: Buffer): Buffer {
  const auth = user.authProtocol ?? 'sha1'
  const priv = user.privProtocol ?? 'aes128'
  const password = Buffer.from(user.privKey ?? '', 'utf8')
  return cached(localisedKeys, `p ${auth} ${priv} ${digest(password)} ${engineId.toString('hex')}`, () =>
    extend(auth, priv, localise(auth, passwordToKey(auth, password), engineId), engineId),
  )
}

/**
 * Keys longer than the digest: draft-blumenthal-aes-usm hashes what is there and appends, draft-reeder-snmpv3-usm-3desede
 * (3DES, and AES as Cisco does it) takes what is there for a password and localises that.
 */
function extend(auth: AuthProtocol, priv: PrivProtocol, key: Buffer, engineId: Buffer): Buffer {
  const wanted = privKeyBytes[priv]
  const isReeder = priv === '3des' || priv.endsWith('c')
  let whole = key
  let last = key
  while (whole.length < wanted) {
    last = isReeder
      ? localise(auth, passwordToKey(auth, last), engineId)
      : createHash(auth).update(whole).digest()
    whole = Buffer.concat([whole, last])
  }
  return whole.subarray(0, wanted)
}

export function sign(protocol: AuthProtocol, key: Buffer, message: Buffer): Buffer {
  return createHmac(protocol, key).update(message).digest().subarray(0, signatureBytes[protocol])
}

function digest(password: Buffer): string {
  return createHash('sha256').update(password).digest('base64')
}

function cached(cache: Map<string, Buffer>, name: string, make: () => Buffer): Buffer {
  const before = cache.get(name)
  if (before) return before
  if (cache.size >= mostCached) cache.clear()
  const made = make()
  cache.set(name, made)
  return made
}
