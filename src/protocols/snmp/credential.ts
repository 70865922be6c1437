export type AuthProtocol = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512'
/** `c` after an AES size: keys longer than the digest extended as Cisco does (draft-reeder) instead of draft-blumenthal. */
export type PrivProtocol = 'des' | '3des' | 'aes128' | 'aes192' | 'aes256' | 'aes192c' | 'aes256c'

export type SnmpCredential = { version: '1' | '2c'; community: string } | SnmpUser

/** A user of SNMPv3 (RFC 3414). Keys are passwords; without a word on protocols they are SHA-1 and AES-128. */
export interface SnmpUser {
  version: '3'
  user: string
  level: 'noAuthNoPriv' | 'authNoPriv' | 'authPriv'
  authProtocol?: AuthProtocol
  authKey?: string
  privProtocol?: PrivProtocol
  privKey?: string
  context?: string
}
