import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { PrivProtocol } from '../credential.ts'

interface EngineTime {
  boots: number
  time: number
}

let counter = BigInt(`0x${randomBytes(8).toString('hex')}`)

/** A salt that this process never used before with any key. */
function nextSalt(): Buffer {
  counter = BigInt.asUintN(64, counter + 1n)
  const salt = Buffer.allocUnsafe(8)
  salt.writeBigUInt64BE(counter)
  return salt
}

/** Encrypts a scoped PDU; the salt goes into the message's privacy parameters. */
export function encrypt(
  protocol: PrivProtocol,
  key: Buffer,
  engine: EngineTime,
  plain: Buffer,
): { encrypted: Buffer; salt: Buffer } {
  const salt = nextSalt()
  // RFC 3414, 8.1.1.1: a DES salt begins with the engine's boots.
  if (isDes(protocol)) salt.writeUInt32BE(engine.boots >>> 0, 0)
  const { cipher, cipherKey, iv } = parameters(protocol, key, engine, salt)
  const making = createCipheriv(cipher, cipherKey, iv)
  making.setAutoPadding(false)
  const padded =
    isDes(protocol) && plain.length % 8 ? Buffer.concat([plain, Buffer.alloc(8 - (plain.length % 8))]) : plain
  return { encrypted: Buffer.concat([making.update(padded), making.final()]), salt }
}

/** @throws where the length does not fit the cipher */
export function decrypt(
  protocol: PrivProtocol,
  key: Buffer,
  engine: EngineTime,
  salt: Buffer,
  encrypted: Buffer,
): Buffer {
  const { cipher, cipherKey, iv } = parameters(protocol, key, engine, salt)
  const making = createDecipheriv(cipher, cipherKey, iv)
  making.setAutoPadding(false)
  return Buffer.concat([making.update(encrypted), making.final()])
}

function isDes(protocol: PrivProtocol): boolean {
  return protocol === 'des' || protocol === '3des'
}

function parameters(protocol: PrivProtocol, key: Buffer, engine: EngineTime, salt: Buffer) {
  if (salt.length !== 8) throw new Error('a salt has 8 bytes')
  if (protocol === 'des') {
    // OpenSSL 3 keeps single DES apart: three times the same key is the same cipher.
    const des = key.subarray(0, 8)
    return {
      cipher: 'des-ede3-cbc',
      cipherKey: Buffer.concat([des, des, des]),
      iv: xor(key.subarray(8, 16), salt),
    }
  }
  if (protocol === '3des')
    return { cipher: 'des-ede3-cbc', cipherKey: key.subarray(0, 24), iv: xor(key.subarray(24, 32), salt) }
  const iv = Buffer.allocUnsafe(16)
  iv.writeUInt32BE(engine.boots >>> 0, 0)
  iv.writeUInt32BE(engine.time >>> 0, 4)
  salt.copy(iv, 8)
  const bits = protocol.slice(3, 6)
  return { cipher: `aes-${bits}-cfb`, cipherKey: key, iv }
}

function xor(one: Buffer, other: Buffer): Buffer {
  return Buffer.from(one.map((byte, index) => byte ^ other[index]!))
}
