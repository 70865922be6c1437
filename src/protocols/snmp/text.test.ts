import { expect, test } from 'vitest'
import { decodeMac, decodeText } from './text.ts'

const bytes = (...hex: string[]) => Buffer.from(hex.join(''), 'hex')

test.each([
  ['UTF-8', Buffer.from('Notélé – Besançon'), 'Notélé – Besançon'],
  ['nothing', Buffer.alloc(0), ''],
  ['trailing zeros', Buffer.from('sw-1\0\0'), 'sw-1'],
  ['Windows-1252', bytes('4e6f74e96ce9'), 'Notélé'],
  ['a curved apostrophe of Windows-1252', bytes('6c92e97175697065'), 'l’équipe'],
  ['only a curved apostrophe', bytes('6c9261746f6d65'), 'l’atome'],
  ['quotes of Windows-1252', bytes('93636f726594'), '“core”'],
  ['a euro sign', bytes('313020 80'.replace(' ', '')), '10 €'],
  ['CP850', bytes('4e6f74826c82'), 'Notélé'],
  [
    'CP850 in capitals and small letters',
    bytes('528a676c65206465206c2785636c75736520'),
    "Règle de l'àcluse ",
  ],
  ['a byte that Windows-1252 does not define', bytes('8141'), 'üA'],
])('%s', (_, given, text) => {
  expect(decodeText(given)).toBe(text)
})

test('every byte can be decoded', () => {
  for (let byte = 0; byte < 256; byte++) {
    expect(decodeText(Uint8Array.of(0x20, byte, 0x20)).length).toBe(3)
  }
})

test('a MAC address has six bytes', () => {
  expect(decodeMac(bytes('001a2bFFfe0d'))).toBe('00:1a:2b:ff:fe:0d')
  expect(decodeMac(bytes('001a2b'))).toBeUndefined()
})
