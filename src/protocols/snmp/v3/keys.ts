import { createHash, hash } from 'node:crypto'
import type { AuthProtocol, PrivProtocol } from '../credential.ts'

/** Bytes of localised key that each cipher takes, what its initial vector is made of included. */
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

/**
 * RFC 3414, A.2: a megabyte of the password repeated, hashed. It costs a millisecond or two and depends on the
 * password alone: done once for each, remembered under a digest of it.
 */
export function passwordToKey(protocol: AuthProtocol, password: Buffer): Buffer {
  const name = `${protocol} ${hash('sha256', password, 'base64')}`
  const known = passwordKeys.get(name)
  if (known) return known
  if (passwordKeys.size >= mostCached) passwordKeys.clear()
  const key = hash(protocol, Buffer.alloc(megabyte, password), 'buffer')
  passwordKeys.set(name, key)
  return key
}

/** RFC 3414, 2.6: the key for one engine. */
export function localise(protocol: AuthProtocol, key: Buffer, engineId: Buffer): Buffer {
  return createHash(protocol).update(key).update(engineId).update(key).digest()
}

/** The key that a message to this engine is signed with. */
export function authKey(protocol: AuthProtocol, password: string, engineId: Buffer): Buffer {
  return localise(protocol, passwordToKey(protocol, Buffer.from(password, 'utf8')), engineId)
}

/**
 * The key that a message to this engine is encrypted with. Where the digest is shorter than the cipher's key,
 * draft-blumenthal-aes-usm hashes what is there and appends; draft-reeder-snmpv3-usm-3desede (3DES, and AES as Cisco
 * does it) takes the last piece for a password and localises that.
 */
export function privKey(auth: AuthProtocol, priv: PrivProtocol, password: string, engineId: Buffer): Buffer {
  const wanted = privKeyBytes[priv]
  const isReeder = priv === '3des' || priv.endsWith('c')
  let last = authKey(auth, password, engineId)
  let whole = last
  while (whole.length < wanted) {
    last = isReeder ? localise(auth, passwordToKey(auth, last), engineId) : hash(auth, whole, 'buffer')
    whole = Buffer.concat([whole, last])
  }
  return whole.subarray(0, wanted)
}
