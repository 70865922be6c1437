import { createCipheriv } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { MalformedPacket } from '../ber/reader.ts'
import type { PrivProtocol } from '../credential.ts'
import { createPrivacy } from './privacy.ts'

const hex = (text: string) => Buffer.from(text, 'hex')

describe('AES (RFC 3826)', () => {
  // NIST SP 800-38A, F.3.13 to F.3.18: CFB128, whose vector is boots, time and salt.
  const engine = { boots: 0x00010203, time: 0x04050607 }
  const salt = hex('08090a0b0c0d0e0f')
  const plain = '6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51'

  test.each<[PrivProtocol, string, string]>([
    [
      'aes128',
      '2b7e151628aed2a6abf7158809cf4f3c',
      '3b3fd92eb72dad20333449f8e83cfb4ac8a64537a0b3a93fcde3cdad9f1ce58b',
    ],
    [
      'aes192c',
      '8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b',
      'cdc80d6fddf18cab34c25909c99a417467ce7f7f81173621961a2b70171d3d7a',
    ],
    [
      'aes256',
      '603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4',
      'dc7e84bfda79164b7ecd8486985d386039ffed143b28b1c832113c6331e5407b',
    ],
  ])('%s', (protocol, key, encrypted) => {
    expect(createPrivacy(protocol, hex(key)).decrypt(engine, salt, hex(encrypted)).toString('hex')).toBe(
      plain,
    )
  })
})

test('DES (RFC 3414, 8.1.1): the vector is the salt and the last half of the key', () => {
  const key = hex('0123456789abcdef1122334455667788')
  const salt = hex('0000000500000001')
  // OpenSSL's triple DES with one key thrice, its vector made by hand.
  const cipher = createCipheriv('des-ede3-cbc', hex('0123456789abcdef'.repeat(3)), hex('1122334155667789'))
  const encrypted = cipher.setAutoPadding(false).update(Buffer.from('sixteen bytes it'))
  const made = createPrivacy('des', key).decrypt({ boots: 5, time: 0 }, salt, encrypted)
  expect(made.toString()).toBe('sixteen bytes it')
})

describe.each<[PrivProtocol, number]>([
  ['des', 16],
  ['3des', 32],
  ['aes128', 16],
  ['aes192', 24],
  ['aes256c', 32],
])('%s', (protocol, bytes) => {
  const privacy = createPrivacy(protocol, Buffer.from(Array.from({ length: bytes }, (_, at) => at * 7 + 1)))
  const engine = { boots: 3, time: 1_000 }

  test('gives back what it hid, with another salt each time', () => {
    const salts = new Set<string>()
    for (let length = 0; length < 40; length++) {
      const plain = Buffer.alloc(length, 0xa5)
      const { encrypted, salt } = privacy.encrypt(engine, plain)
      salts.add(salt.toString('hex'))
      expect(privacy.decrypt(engine, salt, encrypted).subarray(0, length)).toEqual(plain)
    }
    expect(salts.size).toBe(40)
  })

  test('a salt of another length is malformed', () => {
    expect(() => privacy.decrypt(engine, Buffer.alloc(7), Buffer.alloc(16))).toThrow(MalformedPacket)
  })
})

test('what is not of whole blocks is malformed to DES', () => {
  expect(() =>
    createPrivacy('des', Buffer.alloc(16)).decrypt({ boots: 0, time: 0 }, Buffer.alloc(8), Buffer.alloc(15)),
  ).toThrow(MalformedPacket)
})
