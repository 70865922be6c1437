import { ask, type Target } from './ask.ts'
import { SnmpError } from './error.ts'
import type { Exchange } from './exchange.ts'
import type { AnswerPdu, RequestPdu } from './pdu.ts'
import type { DeviceState } from './device.ts'
import type { SnmpValue, Varbind } from './value.ts'

const tooBig = 1
const noSuchName = 2

/** Speaks to one device. */
export interface SnmpSession {
  /** The values of these OIDs, as many in a packet as the device takes. What it does not hold is marked so. */
  get(oids: readonly string[], options?: { signal?: AbortSignal }): Promise<Map<string, SnmpValue>>
  /** Everything below an OID, in the device's order. Always ends. */
  walk(oid: string, options?: { signal?: AbortSignal }): Promise<Walk>
  /** Columns of one table together: rows by index, values by the column's OID. */
  walkTable(columns: readonly string[], options?: { signal?: AbortSignal }): Promise<TableWalk>
}

export interface Walk {
  varbinds: Varbind[]
  /** False where the device went back to an OID it had given before: what came until then is kept. */
  isOrdered: boolean
}

export interface TableWalk {
  rows: Map<string, Map<string, SnmpValue>>
  isOrdered: boolean
}

/** No table of a real device is longer; a device that invents rows ends here. */
const mostRows = 200_000

export function createSession(exchange: Exchange, target: Target, device: DeviceState): SnmpSession {
  const send = (pdu: RequestPdu, signal?: AbortSignal) =>
    device.inTurn(() => ask(exchange, target, pdu, signal))
  const isOne = target.credential.version === '1'

  async function get(oids: readonly string[], signal?: AbortSignal): Promise<Map<string, SnmpValue>> {
    const values = new Map<string, SnmpValue>()
    const rest = [...oids]
    while (rest.length > 0) {
      const asked = rest.slice(0, device.oidsPerPacket())
      const answer = await send({ kind: 'get', oids: asked }, signal).catch((error: unknown) =>
        device.shrinkAfter(error, asked.length),
      )
      if (!answer || answer.errorStatus === tooBig) {
        if (answer && asked.length === 1)
          throw new SnmpError('too-big', `${target.address}: ${asked[0]} does not fit`)
        if (answer) device.shrink(asked.length)
        continue
      }
      if (answer.errorStatus !== 0) {
        // Version 1 refuses the whole packet for one variable, and says which (RFC 1157, 4.1.2).
        const bad = asked[answer.errorIndex - 1]
        if (answer.errorStatus !== noSuchName || !bad) throw refused(target, answer)
        values.set(bad, { type: 'noSuchInstance', value: null })
        rest.splice(rest.indexOf(bad), 1)
        continue
      }
      device.grow(asked.length)
      for (const { oid, value } of answer.varbinds) values.set(oid, value)
      rest.splice(0, asked.length)
    }
    return values
  }

  async function next(oids: readonly string[], signal?: AbortSignal): Promise<Varbind[]> {
    for (;;) {
      const useBulk = !isOne && device.takesBulk()
      const repetitions = Math.max(1, Math.floor(device.repetitions() / oids.length))
      const pdu: RequestPdu = useBulk
        ? { kind: 'getBulk', oids, maxRepetitions: repetitions }
        : { kind: 'getNext', oids }
      const answer = await send(pdu, signal).catch((error: unknown) =>
        device.withoutBulkAfter(error, useBulk),
      )
      if (!answer) continue
      if (answer.errorStatus === noSuchName) return []
      if (answer.errorStatus === tooBig && useBulk && device.fewerRepetitions()) continue
      if (answer.errorStatus !== 0) throw refused(target, answer)
      if (useBulk) device.moreRepetitions()
      return answer.varbinds
    }
  }

  async function walkTable(columns: readonly string[], signal?: AbortSignal): Promise<TableWalk> {
    const rows = new Map<string, Map<string, SnmpValue>>()
    let isOrdered = true
    let open = columns.map((column) => ({ column, prefix: `${column}.`, last: column }))
    while (open.length > 0 && rows.size < mostRows) {
      const varbinds = await next(
        open.map(({ last }) => last),
        signal,
      )
      const ended = new Set<(typeof open)[number]>()
      varbinds.forEach(({ oid, value }, position) => {
        const cursor = open[position % open.length]!
        if (ended.has(cursor)) return
        if (value.type === 'endOfMibView' || !oid.startsWith(cursor.prefix)) return void ended.add(cursor)
        if (compareOids(oid, cursor.last) <= 0) {
          isOrdered = false
          return void ended.add(cursor)
        }
        cursor.last = oid
        const index = oid.slice(cursor.prefix.length)
        const row = rows.get(index) ?? new Map<string, SnmpValue>()
        rows.set(index, row.set(cursor.column, value))
      })
      if (varbinds.length < open.length) for (const cursor of open.slice(varbinds.length)) ended.add(cursor)
      open = open.filter((cursor) => !ended.has(cursor))
    }
    return { rows, isOrdered }
  }

  return {
    get: (oids, options) => get(oids, options?.signal),
    walkTable: (columns, options) => walkTable(columns, options?.signal),
    async walk(oid, options) {
      const { rows, isOrdered } = await walkTable([oid], options?.signal)
      const varbinds = [...rows].map(([index, row]) => ({ oid: `${oid}.${index}`, value: row.get(oid)! }))
      return { varbinds, isOrdered }
    },
  }
}

function refused(target: Target, answer: AnswerPdu): SnmpError {
  return new SnmpError('refused', `${target.address} answers error ${answer.errorStatus}`, answer.errorStatus)
}

/** The order of OIDs: part by part, as numbers. */
export function compareOids(one: string, other: string): number {
  const [left, right] = [one.split('.'), other.split('.')]
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = Number(left[index]) - Number(right[index])
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
