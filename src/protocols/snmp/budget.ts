import type { SnmpValue } from './value.ts'

/** What a device may cost before it is taken for one that invents. */
export interface WalkLimits {
  /** Variables; 20,000 unless said, as many as a chassis of 2,000 interfaces has in ten columns. */
  mostRows?: number
  /** Names, values and what it takes to keep them; 6 MB unless said. */
  mostBytes?: number
  /** From the first step; a minute unless said. */
  mostMs?: number
}

/** What is left to spend, in one walk or in all those of one device. */
export interface WalkBudget {
  pay(oid: string, value: SnmpValue): void
  /** What was used up; undefined while there is something left. */
  spent(): 'rows' | 'bytes' | 'time' | undefined
}

/** Beside its name and content: the objects that a value is kept in. */
const perValueBytes = 200

/** Its time runs from here. */
export function walkBudget({
  mostRows = 20_000,
  mostBytes = 6_000_000,
  mostMs = 60_000,
}: WalkLimits = {}): WalkBudget {
  const until = performance.now() + mostMs
  let rows = mostRows
  let bytes = mostBytes
  return {
    pay(oid, { value }) {
      rows -= 1
      bytes -= perValueBytes + oid.length + sizeOf(value)
    },
    spent() {
      if (rows <= 0) return 'rows'
      if (bytes <= 0) return 'bytes'
      return performance.now() >= until ? 'time' : undefined
    },
  }
}

function sizeOf(value: SnmpValue['value']): number {
  return typeof value === 'string' || Buffer.isBuffer(value) ? value.length : 8
}

/** More than any text of a MIB (RFC 3411: 255 octets) and any list of ports holds. */
const mostValueBytes = 2_048

/** The value as it may be kept: of its own, not a view that keeps its packet alive, and no longer than makes sense. */
export function kept(value: SnmpValue): SnmpValue {
  if (value.type !== 'octets' && value.type !== 'opaque') return value
  const bytes = value.value.subarray(0, mostValueBytes)
  // Not from Node's pool: of that, each small value would keep a block of 64 KB.
  const own = Buffer.allocUnsafeSlow(bytes.length)
  own.set(bytes)
  return { type: value.type, value: own }
}
