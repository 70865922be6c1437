import { timingSafeEqual } from 'node:crypto'
import { BerReader, MalformedPacket } from '../ber/read.ts'
import { BerWriter } from '../ber/write.ts'
import type { SnmpUser } from '../credential.ts'
import { readPdu, writePdu, type AnswerPdu, type RequestPdu } from '../pdu.ts'
import { authKeyFor, privKeyFor, sign, signatureBytes } from './keys.ts'
import { decrypt, encrypt } from './privacy.ts'

/** What is known of the authoritative engine that answers (RFC 3414, 2.2). */
export interface EngineView {
  id: Buffer
  boots: number
  time: number
}

const maxMessageBytes = 65_507
const userSecurityModel = 3
const reportable = 4

/** A message of SNMPv3 under the user-based security model (RFC 3412, 6; RFC 3414, 2.4). */
export function writeUserMessage(
  user: SnmpUser,
  engine: EngineView,
  pdu: RequestPdu,
  messageId: number,
): Buffer {
  const isKnown = engine.id.length > 0
  const hasAuth = isKnown && user.level !== 'noAuthNoPriv'
  const hasPriv = isKnown && user.level === 'authPriv'
  const writer = new BerWriter()
  const salt = writeData(writer, user, engine, pdu, messageId, hasPriv)
  const signatureAt = writeSecurity(writer, isKnown ? user : undefined, engine, hasAuth, salt)
  const header = writer.length
  writer.integer(userSecurityModel)
  writer.octets(Buffer.of((hasAuth ? 1 : 0) | (hasPriv ? 2 : 0) | reportable))
  writer.integer(maxMessageBytes)
  writer.integer(messageId)
  writer.header(0x30, header)
  writer.integer(3)
  writer.header(0x30, 0)
  const message = writer.finish()
  if (hasAuth) {
    const signature = sign(user.authProtocol ?? 'sha1', authKeyFor(user, engine.id), message)
    signature.copy(message, message.length - signatureAt)
  }
  return message
}

/** The scoped PDU, encrypted where asked. @returns the salt */
function writeData(
  writer: BerWriter,
  user: SnmpUser,
  engine: EngineView,
  pdu: RequestPdu,
  messageId: number,
  hasPriv: boolean,
): Buffer {
  const scoped = hasPriv ? new BerWriter() : writer
  const end = scoped.length
  writePdu(scoped, pdu, messageId)
  scoped.octets(Buffer.from(user.context ?? '', 'utf8'))
  scoped.octets(engine.id)
  scoped.header(0x30, end)
  if (!hasPriv) return Buffer.alloc(0)
  const { encrypted, salt } = encrypt(
    user.privProtocol ?? 'aes128',
    privKeyFor(user, engine.id),
    engine,
    scoped.finish(),
  )
  writer.octets(encrypted)
  return salt
}

/** The security parameters. @returns where the signature belongs, counted from the message's end */
function writeSecurity(
  writer: BerWriter,
  user: SnmpUser | undefined,
  engine: EngineView,
  hasAuth: boolean,
  salt: Buffer,
): number {
  const end = writer.length
  writer.octets(salt)
  writer.bytes(Buffer.alloc(hasAuth ? signatureBytes[user?.authProtocol ?? 'sha1'] : 0))
  const signatureAt = writer.length
  writer.header(0x04, signatureAt - (hasAuth ? signatureBytes[user?.authProtocol ?? 'sha1'] : 0))
  writer.octets(Buffer.from(user?.user ?? '', 'utf8'))
  writer.integer(engine.time)
  writer.integer(engine.boots)
  writer.octets(engine.id)
  writer.header(0x30, end)
  writer.header(0x04, end)
  return signatureAt
}

/** The parts of a message that can be read without any key. */
export interface OpenedMessage {
  messageId: number
  hasAuth: boolean
  hasPriv: boolean
  engine: EngineView
  user: Buffer
  signature: Buffer
  salt: Buffer
  data: BerReader
  packet: Buffer
}

/** @throws MalformedPacket */
export function openUserMessage(packet: Buffer, message: BerReader): OpenedMessage {
  const header = message.inside(0x30)
  const messageId = header.integer()
  header.integer()
  const flags = header.octets()
  if (flags.length !== 1) throw new MalformedPacket('flags')
  if (header.integer() !== userSecurityModel) throw new MalformedPacket('security model')
  const wrapped = message.inside(0x04)
  const security = wrapped.inside(0x30)
  const id = Buffer.from(security.octets())
  const boots = security.integer()
  const time = security.integer()
  const user = security.octets()
  const signature = security.octets()
  const salt = security.octets()
  return {
    messageId,
    hasAuth: (flags[0]! & 1) !== 0,
    hasPriv: (flags[0]! & 2) !== 0,
    engine: { id, boots, time },
    user,
    signature,
    salt,
    data: message,
    packet,
  }
}

/** Whether the message is signed with the user's key for this engine. */
export function isAuthentic(opened: OpenedMessage, user: SnmpUser): boolean {
  const protocol = user.authProtocol ?? 'sha1'
  if (!opened.hasAuth || opened.signature.length !== signatureBytes[protocol]) return false
  const unsigned = Buffer.from(opened.packet)
  const at = opened.signature.byteOffset - opened.packet.byteOffset
  unsigned.fill(0, at, at + opened.signature.length)
  return timingSafeEqual(sign(protocol, authKeyFor(user, opened.engine.id), unsigned), opened.signature)
}

/** The PDU inside, decrypted where it is encrypted. @throws MalformedPacket, or the cipher's error */
export function readScopedPdu(opened: OpenedMessage, user: SnmpUser): { context: Buffer; pdu: AnswerPdu } {
  const scoped = (
    opened.hasPriv
      ? new BerReader(
          decrypt(
            user.privProtocol ?? 'aes128',
            privKeyFor(user, opened.engine.id),
            opened.engine,
            opened.salt,
            opened.data.octets(),
          ),
        )
      : opened.data
  ).inside(0x30)
  scoped.octets()
  return { context: scoped.octets(), pdu: readPdu(scoped) }
}
