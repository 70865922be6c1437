const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')

/** Bytes 0x80 to 0x9f, which are controls in Latin-1: text that is full of them is CP850, of old consoles. */
const cp850High =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´­±‗¾¶§÷¸°¨·¹³²■ '

/** What a device calls text: UTF-8, else Windows-1252, else CP850. Trailing zeros are taken off. */
export function decodeText(bytes: Buffer): string {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  const plain = bytes.subarray(0, end)
  try {
    return utf8.decode(plain)
  } catch {
    return looksLikeCp850(plain) ? fromCp850(plain) : windows1252.decode(plain)
  }
}

/** In French text, é, è, à, ç are 0x80 to 0x9f in CP850, and 0xe0 to 0xff in Windows-1252. */
function looksLikeCp850(bytes: Buffer): boolean {
  let low = 0
  let high = 0
  for (const byte of bytes) {
    if (byte >= 0x80 && byte <= 0x9f) low += 1
    else if (byte >= 0xc0) high += 1
  }
  return low > high
}

function fromCp850(bytes: Buffer): string {
  let text = ''
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : cp850High[byte - 0x80]
  return text
}

/** A MAC address in lower case with colons, or undefined where the bytes are none. */
export function decodeMac(bytes: Buffer): string | undefined {
  if (bytes.length !== 6) return undefined
  return bytes.toString('hex').match(/../g)!.join(':')
}
