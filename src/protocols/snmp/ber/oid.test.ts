import { describe, expect, test } from 'vitest'
import { SnmpError } from '../error.ts'
import { internOid } from './oid-cache.ts'
import { compareOids, decodeOid, encodeOid } from './oid.ts'
import { MalformedPacket } from './reader.ts'

const content = (hex: string) => Buffer.from(hex, 'hex')
const decoded = (hex: string) => decodeOid(content(hex), 0, hex.length / 2)

describe('object identifiers', () => {
  test.each([
    ['1.3.6.1.2.1.1.1.0', '06082b06010201010100'],
    ['0.0', '060100'],
    ['1.0.8802.1.1.2', '060628c462010102'],
    ['2.39.127.128.16383.16384.4294967295', '060e777f8100ff7f8180008fffffff7f'],
    ['2.4294967215', '06058fffffff7f'],
  ])('%s is %s', (dotted, element) => {
    expect(Buffer.from(encodeOid(dotted)).toString('hex')).toBe(element)
    expect(decoded(element.slice(4))).toBe(dotted)
  })

  test('the longest that SMI allows goes there and back', () => {
    const dotted = ['1.3', ...Array.from({ length: 126 }, () => '4294967295')].join('.')
    const element = Buffer.from(encodeOid(dotted))
    expect(element.length).toBe(4 + 1 + 126 * 5)
    expect(decodeOid(element, 4, element.length)).toBe(dotted)
  })

  test.each([
    '',
    '1',
    '1.',
    '.1.3',
    '1..3',
    '3.1',
    '1.40',
    '1.3.-6',
    '1.3.a',
    '1.03',
    '1.3.4294967296',
    '1.3 ',
  ])('%j is refused', (text) => {
    expect(() => encodeOid(text)).toThrow(expect.objectContaining({ code: 'bad-oid' }) as SnmpError)
  })

  test.each([
    ['an arc that does not end', '2b86'],
    ['an arc beyond 32 bits', '2b9080808000'],
    ['an endless arc', `2b${'ff'.repeat(40)}01`],
    ['too many arcs', '2b'.repeat(129)],
  ])('%s is malformed', (_, hex) => {
    expect(() => decoded(hex)).toThrow(MalformedPacket)
  })

  test('no content at all is zeroDotZero', () => {
    expect(decoded('')).toBe('0.0')
  })

  test('the table of known names never gives one for another', () => {
    for (let round = 0; round < 3; round++) {
      for (let index = 0; index < 20_000; index += 7) {
        const dotted = `1.3.6.1.2.1.2.2.1.10.${index}`
        const element = Buffer.from(encodeOid(dotted))
        expect(internOid(element, 2, element.length)).toBe(dotted)
      }
    }
  })
})

describe('order', () => {
  const ordered = [
    '1.3',
    '1.3.6',
    '1.3.6.1.9',
    '1.3.6.1.10',
    '1.3.6.1.10.0',
    '1.3.6.1.11',
    '1.3.6.1.100',
    '1.3.6.2',
    '2.0',
  ]

  test('goes arc by arc, as numbers', () => {
    const shuffled = ordered.toReversed()
    expect(shuffled.toSorted(compareOids)).toEqual(ordered)
    for (const [at, one] of ordered.entries()) {
      for (const [other, two] of ordered.entries()) {
        expect(Math.sign(compareOids(one, two)), `${one} and ${two}`).toBe(Math.sign(at - other))
      }
    }
  })
})
