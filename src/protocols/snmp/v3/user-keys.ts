import { hash } from 'node:crypto'
import type { SnmpUser } from '../credential.ts'
import { SnmpError } from '../error.ts'
import { authKey, privKey } from './keys.ts'
import { createPrivacy, type Privacy } from './privacy.ts'
import { createSigner, type Signer } from './signature.ts'

/** What a user of this level signs and encrypts with, towards one engine. */
export interface UserKeys {
  signer: Signer | undefined
  privacy: Privacy | undefined
}

/** RFC 3414, 11.2: shorter passwords are refused by agents, and by us before they are sent anywhere. */
const leastPassword = 8
const mostCached = 20_000
const cache = new Map<string, UserKeys>()

/** Made once for each credential and engine, remembered under digests. @throws SnmpError bad-target */
export function userKeys(user: SnmpUser, engineId: Buffer): UserKeys {
  const name = cacheName(user, engineId)
  const known = cache.get(name)
  if (known) return known
  const made = makeKeys(user, engineId)
  if (cache.size >= mostCached) cache.clear()
  cache.set(name, made)
  return made
}

/** What is wrong with a credential, in words for a log; undefined where it is whole. */
export function faultOfUser(user: SnmpUser): string | undefined {
  if (user.user === '' || Buffer.byteLength(user.user) > 32) return 'a user name has 1 to 32 bytes'
  if (user.level !== 'noAuthNoPriv' && isShort(user.authKey))
    return 'an authentication key has at least 8 bytes'
  if (user.level === 'authPriv' && isShort(user.privKey)) return 'a privacy key has at least 8 bytes'
  return undefined
}

function isShort(password: string | undefined): boolean {
  return password === undefined || Buffer.byteLength(password) < leastPassword
}

function cacheName(
  { level, authProtocol, authKey, privProtocol, privKey }: SnmpUser,
  engineId: Buffer,
): string {
  const secrets = JSON.stringify([level, authProtocol, authKey, privProtocol, privKey])
  return `${hash('sha256', secrets, 'base64')} ${engineId.toString('base64')}`
}

function makeKeys(user: SnmpUser, engineId: Buffer): UserKeys {
  const fault = faultOfUser(user)
  if (fault) throw new SnmpError('bad-target', fault)
  const { level, authProtocol = 'sha1', privProtocol = 'aes128' } = user
  if (level === 'noAuthNoPriv') return { signer: undefined, privacy: undefined }
  const signer = createSigner(authProtocol, authKey(authProtocol, user.authKey!, engineId))
  if (level === 'authNoPriv') return { signer, privacy: undefined }
  const key = privKey(authProtocol, privProtocol, user.privKey!, engineId)
  return { signer, privacy: createPrivacy(privProtocol, key) }
}
