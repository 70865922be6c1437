import { getValues, type GetOptions } from './get.ts'
import type { Link } from './link.ts'
import type { SnmpValue, Varbind } from './value.ts'
import { walkColumns, type WalkEnd, type WalkOptions } from './walk.ts'

/** Speaks to one device. Every method rejects with an SnmpError. */
export interface SnmpSession {
  /**
   * The values of these OIDs, as many in a packet as the device takes. What it does not hold (or refuses) is marked
   * so. Throws only where the device does not answer, or refuses the caller altogether.
   */
  get(oids: readonly string[], options?: GetOptions): Promise<Map<string, SnmpValue>>
  /** Everything below an OID, in the device's order. Always ends. */
  walk(oid: string, options?: WalkOptions): Promise<Walk>
  /** Columns of one table together: rows by index, values by the column's OID. Always ends. */
  walkTable(columns: readonly string[], options?: WalkOptions): Promise<TableWalk>
  /** What was learned of the device, by all sessions to it. */
  learned(): Learned
  /** Ends what is under way, with the code `closed`. */
  close(): void
}

export interface Walk extends WalkEnd {
  varbinds: Varbind[]
}

export interface TableWalk extends WalkEnd {
  rows: Map<string, Map<string, SnmpValue>>
}

export interface Learned {
  oidsPerGet: number
  variablesPerBulk: number
  bulk: 'untried' | 'works' | 'fails'
  /** Between a request and its answer; undefined before the first answer. */
  rttMs: number | undefined
  /** Version 3: hexadecimal; undefined before discovery. */
  engineId: string | undefined
  engineBoots: number
  /** In seconds, as it should be now. */
  engineTime: number
}

export function createSession(link: Link): SnmpSession {
  return {
    get: (oids, options) => getValues(link, oids, options),
    walk: (oid, options) => walk(link, oid, options),
    walkTable: (columns, options) => walkTable(link, columns, options),
    learned: () => learned(link),
    close: () => link.close(),
  }
}

async function walk(link: Link, root: string, options?: WalkOptions): Promise<Walk> {
  const varbinds: Varbind[] = []
  const end = await walkColumns(link, [root], (_, oid, value) => varbinds.push({ oid, value }), options)
  return { varbinds, ...end }
}

async function walkTable(link: Link, columns: readonly string[], options?: WalkOptions): Promise<TableWalk> {
  const rows = new Map<string, Map<string, SnmpValue>>()
  const keep = (column: string, oid: string, value: SnmpValue) => {
    const index = oid.slice(column.length + 1)
    let row = rows.get(index)
    if (!row) {
      row = new Map()
      rows.set(index, row)
    }
    row.set(column, value)
  }
  const end = await walkColumns(link, [...new Set(columns)], keep, options)
  return { rows, ...end }
}

function learned({ device }: Link): Learned {
  const { id, boots, time } = device.engine.view()
  return {
    oidsPerGet: device.gets.value,
    variablesPerBulk: device.bulks.value,
    bulk: device.bulk,
    rttMs: device.rttMs,
    engineId: id.length > 0 ? id.toString('hex') : undefined,
    engineBoots: boots,
    engineTime: time,
  }
}
