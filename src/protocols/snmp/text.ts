const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** Windows-1252 from 0x80 to 0x9f; above, it is Latin-1. A space stands for what it does not define. */
const windows1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

/** CP850, of DOS and old consoles, from 0x80. */
const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´­±‗¾¶§÷¸°¨·¹³²■\u00a0'

/** What a device calls text: UTF-8, else Windows-1252, else CP850. Trailing zeros are taken off. */
export function decodeText(bytes: Uint8Array): string {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  const plain = bytes.subarray(0, end)
  try {
    return utf8.decode(plain)
  } catch {
    return (looksLikeCp850(plain) ? fromCp850 : fromWindows1252)(plain)
  }
}

/** Controls, and the marks that turn the direction of what stands after them: never part of a name. */
const unseen = /(?![\r\n\t])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

/**
 * The same, as a person may be shown it and a program may keep it: controls are spaces (line breaks stay), zeros are
 * nothing, and no more than `most` characters, none of them cut in two.
 */
export function readableText(bytes: Uint8Array, most = 2_048): string {
  // Four octets a character at most.
  const text = decodeText(bytes.length > most * 4 ? bytes.subarray(0, most * 4) : bytes)
  return shortened(text.replaceAll('\0', '').replaceAll(unseen, ' ').trim(), most)
}

/** The same on one line. */
export function readableLine(bytes: Uint8Array, most = 255): string {
  return shortened(readableText(bytes).replaceAll(/\s+/g, ' '), most)
}

/** Half of a surrogate pair is no character, and no database keeps it. */
function shortened(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
}

/**
 * Letters tell them apart. In French text é, è, à, ç, ê are 0x82 to 0x8a in CP850, where Windows-1252 has marks that
 * do not stand beside letters; in Windows-1252 they are 0xc0 and above, where CP850 has frames.
 */
function looksLikeCp850(bytes: Uint8Array): boolean {
  let forCp850 = 0
  let forWindows1252 = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte < 0x80) continue
    if (byte >= 0xc0) forWindows1252 += 1
    else if (byte < 0xa0 && windows1252[byte - 0x80] === ' ') forCp850 += 2
    else if (byte < 0x9c && !isApostrophe(bytes, at) && (isLetter(bytes[at - 1]) || isLetter(bytes[at + 1])))
      forCp850 += 1
  }
  return forCp850 > forWindows1252
}

/** The curved apostrophe and quotes of Windows-1252 do stand beside letters: l’équipement, “core”. */
function isApostrophe(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at]!
  if (byte === 0x92) return isLetter(bytes[at - 1])
  if (byte === 0x91 || byte === 0x93) return !isLetter(bytes[at - 1])
  return byte === 0x94 && !isLetter(bytes[at + 1])
}

function isLetter(byte: number | undefined): boolean {
  const lower = (byte ?? 0) | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

function fromCp850(bytes: Uint8Array): string {
  return fromTable(bytes, cp850)
}

function fromWindows1252(bytes: Uint8Array): string {
  return fromTable(bytes, windows1252)
}

function fromTable(bytes: Uint8Array, table: string): string {
  let text = ''
  for (const byte of bytes)
    text += byte < 0x80 ? String.fromCharCode(byte) : (table[byte - 0x80] ?? String.fromCharCode(byte))
  return text
}

/** A MAC address in lower case with colons, or undefined where the bytes are none. */
export function decodeMac(bytes: Uint8Array): string | undefined {
  if (bytes.length !== 6) return undefined
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(':')
}
