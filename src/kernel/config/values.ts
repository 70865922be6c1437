import { isIP, isIPv6 } from 'node:net'
import { z } from 'zod'

/** What a wrong value's message says: what would be right. */
type Expected = string

/** A schema that reads a written value with `read`, whose null means that it is not `expected`. */
function written<Value>(expected: Expected, read: (text: string) => Value | null) {
  return z.string().transform((text, context) => {
    const value = read(text.trim())
    if (value !== null) return value
    context.addIssue({ code: 'custom', message: expected })
    return z.NEVER
  })
}

/** Host and port; an empty host means every address of the machine. */
export type ListenAddress = { host: string; port: number }

export const listenAddress = written('host:port, such as 127.0.0.1:8420, [::1]:8420 or :8420', (text) => {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]*)\]|([^:\s[\]]*)):(\d{1,5})$/.exec(text) ?? []
  const port = Number(digits)
  if (digits === undefined || port > 65_535) return null
  if (bracketed !== undefined) return isIPv6(bracketed) ? { host: bracketed, port } : null
  const isNumeric = /^[\d.]+$/.test(plain!)
  return isNumeric && isIP(plain!) === 0 ? null : { host: plain || '::', port }
})

const webExpected = 'an address such as https://vigie.example.org, without a path'
export const webAddress = written(webExpected, (text) => {
  const url = parseUrl(text, ['http:', 'https:'])
  return url && url.pathname === '/' && !url.search && !url.hash && !url.username ? url.origin : null
})

export const databaseAddress = written(
  'an address such as postgres://user:password@host:5432/vigie',
  (text) => (parseUrl(text, ['postgres:', 'postgresql:']) ? text : null),
)

export const mailServer = written(
  'smtp://user:password@host:587 or smtps://user:password@host:465',
  (text) => {
    const url = parseUrl(text, ['smtp:', 'smtps:'])
    return url?.hostname ? text : null
  },
)

export const outgoingProxy = written('an address such as http://proxy.example.org:3128', (text) =>
  parseUrl(text, ['http:', 'https:']) ? text : null,
)

export const mailAddress = written('a mail address such as name@example.org', (text) =>
  /^[^\s@<>]+@[^\s@<>]+$/.test(text) ? text : null,
)

export const mailSender = written('vigie@example.org, or Vigie <vigie@example.org>', (text) =>
  /^(?:[^<>]+ )?<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/.test(text) ? text : null,
)

const keyBytes = 32
export const masterKey = written('32 bytes in base64 (openssl rand -base64 32)', (text) =>
  /^[A-Za-z0-9+/]{43}=$/.test(text) && Buffer.from(text, 'base64').length === keyBytes ? text : null,
)

export const prefixes = written('addresses or prefixes such as 10.0.0.0/8, 192.0.2.7, fd00::/8', (text) => {
  const list = splitList(text)
  return list.every(isPrefix) ? list : null
})

export const list = written('words separated by commas', splitList)
export const anyText = written('a text', (text) => text)

/** One of these words. */
export const oneOf = <const Word extends string>(words: readonly Word[]) =>
  written(`one of ${words.join(', ')}`, (text) => words.find((word) => word === text) ?? null)

/** One or several of these words, separated by commas. */
export const someOf = <Word extends string>(words: readonly Word[]) =>
  written(`one or several of ${words.join(', ')}`, (text) => {
    const chosen = splitList(text)
    const known = words.filter((word) => chosen.includes(word))
    return known.length > 0 && chosen.every((word) => words.includes(word as Word)) ? known : null
  })

function splitList(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean)
}

function isPrefix(text: string): boolean {
  const [address, length, ...rest] = text.split('/')
  const family = isIP(address!)
  if (family === 0 || rest.length > 0) return false
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128))
}

function parseUrl(text: string, protocols: string[]): URL | null {
  const url = URL.parse(text)
  return url && protocols.includes(url.protocol) ? url : null
}
