import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { SnmpSession, SnmpValue } from '#protocols/snmp/index'

const folder = new URL('../../shared/data/', import.meta.url)

/** Why recorded walks cannot be read here: a reason to skip, or null. With CI set it is never a reason. */
export function walksMissing(): string | null {
  return existsSync(folder) || process.env.CI ? null : '../shared/data (recorded walks) is absent'
}

/** A recorded walk: the values by OID. `snmp-walks/NAME` or `devices/NAME`. */
export function readWalk(name: string): Map<string, SnmpValue> {
  const packed = readFileSync(new URL(`${name}.snmprec.gz`, folder))
  const values = new Map<string, SnmpValue>()
  for (const line of gunzipSync(packed).toString('latin1').split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue
    const [oid = '', tag = '', ...rest] = line.split('|')
    const value = valueOf(tag.split(':')[0]!, rest.join('|'))
    if (value) values.set(oid, value)
  }
  return values
}

/** Answers from a recorded walk as a device does, without a network: for what only reads. */
export function replay(name: string): Pick<SnmpSession, 'get' | 'walk' | 'walkTable'> {
  const values = readWalk(name)
  const below = (root: string) =>
    [...values].filter(([oid]) => oid.startsWith(`${root}.`)).map(([oid, value]) => ({ oid, value }))
  return {
    async get(oids) {
      return new Map(oids.map((oid) => [oid, values.get(oid) ?? { type: 'noSuchObject', value: null }]))
    },
    async walk(root) {
      return { varbinds: below(root), isOrdered: true, isComplete: true }
    },
    async walkTable(columns) {
      const rows = new Map<string, Map<string, SnmpValue>>()
      for (const column of columns)
        for (const { oid, value } of below(column)) {
          const index = oid.slice(column.length + 1)
          rows.set(index, (rows.get(index) ?? new Map<string, SnmpValue>()).set(column, value))
        }
      return { rows, isOrdered: true, isComplete: true }
    },
  }
}

function valueOf(tag: string, text: string): SnmpValue | undefined {
  switch (tag) {
    case '2':
      return { type: 'integer', value: Number(text) }
    case '4':
      return { type: 'octets', value: Buffer.from(text, 'latin1') }
    case '4x':
      return { type: 'octets', value: Buffer.from(text, 'hex') }
    case '6':
      return { type: 'oid', value: text.replace(/^\./, '') }
    case '64':
      return { type: 'address', value: text }
    case '64x':
      return { type: 'address', value: [...Buffer.from(text, 'hex')].join('.') }
    case '65':
      return { type: 'counter32', value: Number(text) }
    case '66':
      return { type: 'gauge32', value: Number(text) }
    case '67':
      return { type: 'ticks', value: Number(text) }
    default:
      return undefined
  }
}
