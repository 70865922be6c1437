import { describe, expect, test } from 'vitest'
import { authKey, passwordToKey, privKey } from './keys.ts'

const engine = Buffer.from('000000000000000000000002', 'hex')
const password = Buffer.from('maplesyrup')

describe('RFC 3414, appendix A.3', () => {
  test('MD5', () => {
    expect(passwordToKey('md5', password).toString('hex')).toBe('9faf3283884e92834ebc9847d8edd963')
    expect(authKey('md5', 'maplesyrup', engine).toString('hex')).toBe('526f5eed9fcce26f8964c2930787d82b')
  })

  test('SHA-1', () => {
    expect(passwordToKey('sha1', password).toString('hex')).toBe('9fb5cc0381497b3793528939ff788d5d79145211')
    expect(authKey('sha1', 'maplesyrup', engine).toString('hex')).toBe(
      '6695febc9288e36282235fc7151f128497b38f3f',
    )
  })

  test('DES takes the first sixteen bytes', () => {
    expect(privKey('sha1', 'des', 'maplesyrup', engine).toString('hex')).toBe(
      '6695febc9288e36282235fc7151f1284',
    )
  })
})

describe('draft-reeder-snmpv3-usm-3desede-00, appendix B', () => {
  test('MD5', () => {
    expect(privKey('md5', '3des', 'maplesyrup', engine).toString('hex')).toBe(
      '526f5eed9fcce26f8964c2930787d82b79eff44a90650ee0a3a40abfac5acc12',
    )
  })

  test('SHA-1', () => {
    expect(privKey('sha1', '3des', 'maplesyrup', engine).toString('hex')).toBe(
      '6695febc9288e36282235fc7151f128497b38f3f9b8b6d78936ba6e7d19dfd9c',
    )
  })
})

test('the two ways of longer keys differ behind the digest only', () => {
  const blumenthal = privKey('sha1', 'aes256', 'maplesyrup', engine)
  const reeder = privKey('sha1', 'aes256c', 'maplesyrup', engine)
  expect(blumenthal.subarray(0, 20)).toEqual(reeder.subarray(0, 20))
  expect(blumenthal.subarray(20)).not.toEqual(reeder.subarray(20))
  expect([blumenthal.length, reeder.length]).toEqual([32, 32])
})

test('one digest that is long enough is only cut', () => {
  expect(privKey('sha512', 'aes256', 'maplesyrup', engine)).toEqual(
    authKey('sha512', 'maplesyrup', engine).subarray(0, 32),
  )
})
