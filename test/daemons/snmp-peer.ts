import { createSocket, type RemoteInfo } from 'node:dgram'
import { once } from 'node:events'

// BER as simple as it can be, and none of the engine's: what both got wrong would go unseen.

/** An element: tag, length, content. */
export function tlv(tag: number, ...content: Uint8Array[]): Buffer {
  const whole = Buffer.concat(content)
  const { length } = whole
  const header = length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(header), whole])
}

export function integer(value: number, tag = 0x02): Buffer {
  const bytes = Buffer.alloc(6)
  bytes.writeIntBE(value, 0, 6)
  let from = 0
  while (
    from < 5 &&
    ((bytes[from] === 0 && bytes[from + 1]! < 0x80) || (bytes[from] === 255 && bytes[from + 1]! >= 0x80))
  ) {
    from += 1
  }
  return tlv(tag, bytes.subarray(from))
}

export function octets(value: string | Uint8Array): Buffer {
  return tlv(0x04, typeof value === 'string' ? Buffer.from(value) : value)
}

export function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number) as [number, number, ...number[]]
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const sevens = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      sevens.unshift(0x80 + (left % 128))
    return sevens
  })
  return tlv(0x06, Buffer.from(bytes))
}

export const nothing = tlv(0x05)
export const endOfMibView = tlv(0x82)

/** A request as a peer sees it. */
export interface PeerRequest {
  version: number
  community: string
  kind: 'get' | 'getNext' | 'getBulk'
  id: number
  /** Max-repetitions of a GETBULK. */
  repetitions: number
  oids: string[]
}

/** Name and value (an element), in the order of the answer. */
export type Row = [oid: string, value: Buffer]

/** A response of version 1 or 2c to this request. */
export function response(
  { version, community, id }: Pick<PeerRequest, 'version' | 'community' | 'id'>,
  rows: Row[],
  { status = 0, index = 0 } = {},
): Buffer {
  const list = tlv(0x30, ...rows.map(([name, value]) => tlv(0x30, oid(name), value)))
  const pdu = tlv(0xa2, integer(id), integer(status), integer(index), list)
  return tlv(0x30, integer(version), octets(community), pdu)
}

/** The answer that a well-behaved agent with these rows (in order) gives. */
export function answerFrom(rows: Row[], request: PeerRequest): Row[] {
  if (request.kind === 'get') {
    return request.oids.map((name) => rows.find(([own]) => own === name) ?? [name, tlv(0x80)])
  }
  const answer: Row[] = []
  let last = request.oids
  for (let round = 0; round < Math.max(1, request.repetitions); round += 1) {
    const next = last.map((name): Row => rows.find(([own]) => isAfter(own, name)) ?? [name, endOfMibView])
    answer.push(...next)
    last = next.map(([name]) => name)
  }
  return answer
}

function isAfter(one: string, other: string): boolean {
  const [left, right] = [one.split('.').map(Number), other.split('.').map(Number)]
  const at = left.findIndex((arc, index) => arc !== right[index])
  return at >= 0 && (right[at] === undefined || left[at]! > right[at]!)
}

export interface Peer {
  address: string
  port: number
  /** What came, in order; of version 3 and of garbage, nothing. */
  requests: PeerRequest[]
  /** Most requests that waited for an answer at one moment. */
  mostAtOnce: number
  stop(): Promise<void>
}

/** Sends a packet to the asker: now, or whenever the peer likes. */
export type Reply = (packet: Buffer) => void

/** A device made of a function: for behaviour that no daemon can be made to show. */
export async function startPeer(
  address: string,
  answer: (request: PeerRequest, reply: Reply, from: RemoteInfo) => void,
  onRaw?: (packet: Buffer, reply: Reply) => void,
): Promise<Peer> {
  const socket = createSocket('udp4')
  const waiting = new Set<number>()
  const peer: Peer = {
    address,
    port: 0,
    requests: [],
    mostAtOnce: 0,
    async stop() {
      socket.close()
      await once(socket, 'close')
    },
  }
  socket.on('message', (packet, from) => {
    const reply: Reply = (given) => socket.send(given, from.port, from.address)
    if (onRaw) return onRaw(packet, reply)
    const request = readRequest(packet)
    peer.requests.push(request)
    waiting.add(request.id)
    peer.mostAtOnce = Math.max(peer.mostAtOnce, waiting.size)
    const answered: Reply = (given) => {
      waiting.delete(request.id)
      reply(given)
    }
    answer(request, answered, from)
  })
  socket.bind(0, address)
  await once(socket, 'listening')
  peer.port = socket.address().port
  return peer
}

interface Element {
  tag: number
  content: Buffer
}

function elements(bytes: Buffer): Element[] {
  const found: Element[] = []
  for (let at = 0; at < bytes.length;) {
    const short = bytes[at + 1]!
    const count = short < 0x80 ? 0 : short & 0x7f
    const length = count === 0 ? short : bytes.readUIntBE(at + 2, count)
    const start = at + 2 + count
    found.push({ tag: bytes[at]!, content: bytes.subarray(start, start + length) })
    at = start + length
  }
  return found
}

const number = ({ content }: Element) => content.readIntBE(0, content.length)

function readRequest(packet: Buffer): PeerRequest {
  const [version, community, pdu] = elements(elements(packet)[0]!.content) as [Element, Element, Element]
  const [id, , repetitions, list] = elements(pdu.content) as [Element, Element, Element, Element]
  return {
    version: number(version),
    community: community.content.toString(),
    kind: pdu.tag === 0xa0 ? 'get' : pdu.tag === 0xa1 ? 'getNext' : 'getBulk',
    id: number(id),
    repetitions: number(repetitions),
    oids: elements(list.content).map((row) => dotted(elements(row.content)[0]!.content)),
  }
}

function dotted(bytes: Buffer): string {
  const arcs: number[] = []
  let arc = 0
  for (const byte of bytes) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte & 0x80) continue
    if (arcs.length === 0)
      arcs.push(Math.min(2, Math.floor(arc / 40)), arc - 40 * Math.min(2, Math.floor(arc / 40)))
    else arcs.push(arc)
    arc = 0
  }
  return arcs.join('.')
}
