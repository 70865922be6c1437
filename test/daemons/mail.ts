/** A mail as its reader sees it. */
export interface ReadMail {
  subject: string
  /** The part of plain text. */
  text: string
  html: string
}

/** Decodes what a mail program decodes: words of headers (RFC 2047), parts, quoted-printable and base64 (RFC 2045). */
export function readMail(raw: string): ReadMail {
  const parts = partsOf(raw)
  const of = (type: string) => parts.find((part) => part.type === type)?.text ?? ''
  return {
    subject: words(headerOf(split(raw).head, 'subject')),
    text: of('text/plain'),
    html: of('text/html'),
  }
}

interface Part {
  type: string
  text: string
}

function partsOf(raw: string): Part[] {
  const { head, body } = split(raw)
  const type = headerOf(head, 'content-type')
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary)
    return body
      .split(new RegExp(`\\r\\n--${RegExp.escape(boundary)}|^--${RegExp.escape(boundary)}`))
      .slice(1, -1)
      .flatMap((part) => partsOf(part.replace(/^\r\n/, '')))
  const encoding = headerOf(head, 'content-transfer-encoding').toLowerCase()
  const text = decode(body, encoding).replaceAll('\r\n', '\n')
  return [{ type: type.split(';')[0]!.trim().toLowerCase() || 'text/plain', text }]
}

function split(raw: string): { head: string; body: string } {
  const end = raw.indexOf('\r\n\r\n')
  return end < 0 ? { head: raw, body: '' } : { head: raw.slice(0, end), body: raw.slice(end + 4) }
}

function headerOf(head: string, name: string): string {
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ')
  return new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? ''
}

function decode(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? quoted(body.replaceAll(/=\r\n/g, '')) : body
}

function quoted(text: string): string {
  const bytes = text.replaceAll(/=([\dA-F]{2})/gi, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function words(header: string): string {
  return header
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : quoted(text.replaceAll('_', ' ')),
    )
}
