import { describe, expect, test } from 'vitest'
import { BerReader, MalformedPacket } from './reader.ts'
import { readValue } from './value.ts'

function read(hex: string) {
  const reader = new BerReader(Buffer.from(hex.replaceAll(' ', ''), 'hex'))
  const tag = reader.tag()
  const stop = reader.stop()
  return readValue(reader.buf, tag, 0, reader.at, stop)
}

describe('values that devices send', () => {
  test.each([
    ['02 01 00', { type: 'integer', value: 0 }],
    ['02 01 ff', { type: 'integer', value: -1 }],
    ['02 04 80 00 00 00', { type: 'integer', value: -2147483648 }],
    ['02 04 7f ff ff ff', { type: 'integer', value: 2147483647 }],
    ['02 81 01 05', { type: 'integer', value: 5 }],
    ['02 05 00 00 00 00 05', { type: 'integer', value: 5 }],
    ['02 00', { type: 'integer', value: 0 }],
    ['41 05 00 ff ff ff ff', { type: 'counter32', value: 4294967295 }],
    ['41 04 ff ff ff ff', { type: 'counter32', value: 4294967295 }],
    ['42 03 01 00 00', { type: 'gauge32', value: 65536 }],
    ['47 01 07', { type: 'gauge32', value: 7 }],
    ['43 02 01 00', { type: 'ticks', value: 256 }],
    ['46 09 00 ff ff ff ff ff ff ff ff', { type: 'counter64', value: 18446744073709551615n }],
    ['46 08 ff ff ff ff ff ff ff ff', { type: 'counter64', value: 18446744073709551615n }],
    ['46 05 01 00 00 00 00', { type: 'counter64', value: 4294967296n }],
    ['46 01 2a', { type: 'counter64', value: 42n }],
    ['04 03 61 62 63', { type: 'octets', value: Buffer.from('abc') }],
    ['04 00', { type: 'octets', value: Buffer.alloc(0) }],
    ['06 03 2b 06 01', { type: 'oid', value: '1.3.6.1' }],
    ['06 00', { type: 'oid', value: '0.0' }],
    ['40 04 0a 00 00 ff', { type: 'address', value: '10.0.0.255' }],
    ['40 00', { type: 'octets', value: Buffer.alloc(0) }],
    ['44 07 9f 78 04 42 f6 00 00', { type: 'float', value: 123 }],
    ['44 0b 9f 79 08 3f f8 00 00 00 00 00 00', { type: 'double', value: 1.5 }],
    ['44 04 9f 7a 01 fb', { type: 'integer64', value: -5n }],
    ['44 05 9f 7b 02 01 00', { type: 'counter64', value: 256n }],
    ['44 04 9f 76 01 09', { type: 'counter64', value: 9n }],
    ['44 02 01 02', { type: 'opaque', value: Buffer.from([1, 2]) }],
    ['44 07 9f 78 05 42 f6 00 00', { type: 'opaque', value: Buffer.from('9f780542f60000', 'hex') }],
    ['45 02 01 02', { type: 'octets', value: Buffer.from([1, 2]) }],
    ['03 02 00 80', { type: 'octets', value: Buffer.from([0, 128]) }],
    ['05 00', { type: 'null', value: null }],
    ['80 00', { type: 'noSuchObject', value: null }],
    ['81 00', { type: 'noSuchInstance', value: null }],
    ['82 00', { type: 'endOfMibView', value: null }],
    ['4a 01 07', { type: 'opaque', value: Buffer.from('4a0107', 'hex') }],
  ])('%s', (hex, value) => {
    expect(read(hex)).toEqual(value)
  })

  test.each([
    ['an integer of more than 32 bits', '02 05 01 00 00 00 00'],
    ['a counter of more than 32 bits', '41 05 01 00 00 00 00'],
    ['a counter of more than 64 bits', '46 09 01 00 00 00 00 00 00 00 00'],
    ['a length beyond the packet', '04 03 61 62'],
    ['an indefinite length', '04 80 61 00 00'],
    ['a length of five bytes', '04 85 00 00 00 00 01 61'],
    ['a tag of several bytes', '5f 81 01'],
  ])('%s is malformed', (_, hex) => {
    expect(() => read(hex)).toThrow(MalformedPacket)
  })
})
