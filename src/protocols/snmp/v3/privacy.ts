import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto'
import { MalformedPacket } from '../ber/reader.ts'
import type { PrivProtocol } from '../credential.ts'

interface EngineTime {
  boots: number
  time: number
}

/** Encrypts and decrypts scoped PDUs with one localised key. */
export interface Privacy {
  encrypt(engine: EngineTime, plain: Buffer): { encrypted: Buffer; salt: Buffer }
  /** May leave padding behind the content. @throws MalformedPacket where the lengths cannot be of this cipher */
  decrypt(engine: EngineTime, salt: Buffer, encrypted: Buffer): Buffer
}

export function createPrivacy(protocol: PrivProtocol, key: Buffer): Privacy {
  return protocol === 'des' || protocol === '3des' ? desPrivacy(protocol, key) : aesPrivacy(protocol, key)
}

let counter = BigInt(`0x${randomBytes(8).toString('hex')}`)

/** A salt that this process has used with no key before. */
function nextSalt(): Buffer {
  counter = BigInt.asUintN(64, counter + 1n)
  const salt = Buffer.allocUnsafe(8)
  salt.writeBigUInt64BE(counter)
  return salt
}

/** RFC 3414, 8 for DES; draft-reeder-snmpv3-usm-3desede, 5 for 3DES: CBC, the vector made of key and salt. */
function desPrivacy(protocol: 'des' | '3des', key: Buffer): Privacy {
  const keyBytes = protocol === 'des' ? 8 : 24
  const bare = key.subarray(0, keyBytes)
  // OpenSSL 3 hides single DES; three times the same key is the same cipher.
  const secret = createSecretKey(protocol === 'des' ? Buffer.concat([bare, bare, bare]) : bare)
  const preVector = key.subarray(keyBytes, keyBytes + 8)
  const vector = (salt: Buffer) => {
    const iv = Buffer.allocUnsafe(8)
    for (let i = 0; i < 8; i++) iv[i] = preVector[i]! ^ salt[i]!
    return iv
  }
  return {
    encrypt({ boots }, plain) {
      const salt = nextSalt()
      salt.writeUInt32BE(boots >>> 0, 0)
      const cipher = createCipheriv('des-ede3-cbc', secret, vector(salt)).setAutoPadding(false)
      const padding = Buffer.alloc((8 - (plain.length % 8)) % 8)
      return { encrypted: Buffer.concat([cipher.update(plain), cipher.update(padding)]), salt }
    },
    decrypt(_, salt, encrypted) {
      if (salt.length !== 8 || encrypted.length % 8 !== 0) throw new MalformedPacket('not of this cipher')
      return createDecipheriv('des-ede3-cbc', secret, vector(salt)).setAutoPadding(false).update(encrypted)
    },
  }
}

/** RFC 3826, 3: CFB with 128 bits of feedback, the vector made of the engine's boots and time and the salt. */
function aesPrivacy(protocol: PrivProtocol, key: Buffer): Privacy {
  const cipher = `aes-${protocol.slice(3, 6)}-cfb`
  const secret = createSecretKey(key)
  const vector = ({ boots, time }: EngineTime, salt: Buffer) => {
    const iv = Buffer.allocUnsafe(16)
    iv.writeUInt32BE(boots >>> 0, 0)
    iv.writeUInt32BE(time >>> 0, 4)
    salt.copy(iv, 8)
    return iv
  }
  return {
    encrypt(engine, plain) {
      const salt = nextSalt()
      return { encrypted: createCipheriv(cipher, secret, vector(engine, salt)).update(plain), salt }
    },
    decrypt(engine, salt, encrypted) {
      if (salt.length !== 8) throw new MalformedPacket('not of this cipher')
      return createDecipheriv(cipher, secret, vector(engine, salt)).update(encrypted)
    },
  }
}
