import { MalformedPacket, type BerReader } from '../ber/reader.ts'
import { BerWriter, mostPacketBytes } from '../ber/writer.ts'
import { writePdu, type RequestPdu } from '../pdu.ts'
import type { EngineView } from './engine-state.ts'
import type { UserKeys } from './user-keys.ts'

const userSecurityModel = 3
const flag = { auth: 1, priv: 2, reportable: 4 } as const

const outer = new BerWriter()
const inner = new BerWriter()

/** Whom a message is from and to. */
export interface Envelope {
  messageId: number
  user: Buffer
  context: Buffer
  engine: EngineView
  keys: UserKeys
}

/** A message of SNMPv3 under the user-based security model (RFC 3412, 6; RFC 3414, 2.4). */
export function writeUserMessage(
  { messageId, user, context, engine, keys }: Envelope,
  pdu: RequestPdu,
): Buffer {
  const { signer, privacy } = keys
  const writer = outer.start()
  const end = writer.at
  let salt: Buffer = Buffer.alloc(0)
  if (privacy) {
    const sealed = privacy.encrypt(
      engine,
      writeScopedPdu(inner.start(), pdu, messageId, context, engine.id).finish(),
    )
    salt = sealed.salt
    writer.octets(sealed.encrypted)
  } else {
    writeScopedPdu(writer, pdu, messageId, context, engine.id)
  }
  const securityEnd = writer.at
  writer.octets(salt)
  const signatureEnd = writer.at
  writer.at -= signer?.bytes ?? 0
  writer.buf.fill(0, writer.at, signatureEnd)
  const signatureAt = writer.at
  writer.header(0x04, signatureEnd)
  writer.octets(user)
  writer.integer(engine.time)
  writer.integer(engine.boots)
  writer.octets(engine.id)
  writer.header(0x30, securityEnd)
  writer.header(0x04, securityEnd)
  writeHeader(writer, messageId, (signer ? flag.auth : 0) | (privacy ? flag.priv : 0) | flag.reportable)
  writer.integer(3)
  writer.header(0x30, end)
  const start = writer.at
  const message = writer.finish()
  signer?.sign(message, signatureAt - start)
  return message
}

function writeScopedPdu(
  writer: BerWriter,
  pdu: RequestPdu,
  messageId: number,
  context: Buffer,
  engineId: Buffer,
): BerWriter {
  const end = writer.at
  writePdu(writer, pdu, messageId)
  writer.octets(context)
  writer.octets(engineId)
  writer.header(0x30, end)
  return writer
}

function writeHeader(writer: BerWriter, messageId: number, flags: number): void {
  const end = writer.at
  writer.integer(userSecurityModel)
  writer.octets(Uint8Array.of(flags))
  writer.integer(mostPacketBytes)
  writer.integer(messageId)
  writer.header(0x30, end)
}

/** What a message says before any key is used. */
export interface OpenedMessage {
  messageId: number
  hasAuth: boolean
  hasPriv: boolean
  engine: EngineView
  /** Where the signature stands in the packet. */
  signatureAt: number
  signatureBytes: number
  salt: Buffer
}

/**
 * Reads a message, whose version is read, up to its data: the scoped PDU, or the octets that hide it.
 * @throws MalformedPacket
 */
export function openUserMessage(reader: BerReader): OpenedMessage {
  const headerStop = reader.enter(0x30)
  const messageId = reader.integer()
  reader.integer()
  const flags = reader.octets()
  if (flags.length !== 1 || reader.integer() !== userSecurityModel) throw new MalformedPacket('header')
  reader.at = headerStop
  const wrapped = reader.enter(0x04)
  const messageEnd = reader.end
  reader.end = wrapped
  reader.descend(0x30)
  const id = reader.octets()
  const engine = { id, boots: reader.integer(), time: reader.integer() }
  reader.octets()
  const signatureStop = reader.enter(0x04)
  const signatureAt = reader.at
  reader.at = signatureStop
  const salt = reader.octets()
  reader.at = wrapped
  reader.end = messageEnd
  const [bits] = flags
  return {
    messageId,
    hasAuth: (bits! & flag.auth) !== 0,
    hasPriv: (bits! & flag.priv) !== 0,
    engine,
    signatureAt,
    signatureBytes: signatureStop - signatureAt,
    salt,
  }
}
