import type { Answered } from './flight.ts'
import type { Link } from './link.ts'
import { countThatFits, requestPdu, type RequestPdu } from './pdu.ts'

/** Beyond about 55 some devices skip rows, beyond 127 some answer nothing. */
const mostRepetitions = 50
/** GETNEXT steps in for a silent GETBULK this often before GETBULK is taken for unknown to the device. */
const mostSilentBulks = 2

/** How a walk asks: what it learned in its own course, beside what is known of the device. */
export interface Style {
  /** One column at a time. */
  isNarrow: boolean
  /** GETNEXT only. */
  isPlain: boolean
}

/** One question of a walk: what comes after these OIDs. */
export interface Question {
  /** How many of the OIDs it is about, from the first. */
  width: number
  usesBulk: boolean
  /** Variables that an answer may have. */
  size: number
  /** Whether the last attempt asks for a single variable: less cannot be tried. */
  endsInOne: boolean
  pdu(attempt: number): RequestPdu
}

/** @throws SnmpError bad-oid */
export function question(
  { device, isVersion1, attempts }: Link,
  oids: readonly string[],
  style: Style,
): Question {
  const usesBulk = !isVersion1 && !style.isPlain && device.bulk !== 'fails'
  const limit = usesBulk ? device.bulks : device.gets
  const width = countThatFits(oids, style.isNarrow ? 1 : limit.value)
  const repetitions = usesBulk ? Math.min(mostRepetitions, Math.max(1, Math.floor(limit.value / width))) : 1
  const size = width * repetitions
  const sizes = limit.ladder(size, attempts)
  const made = new Map<number, RequestPdu>()
  return {
    width,
    usesBulk,
    size,
    endsInOne: sizes.at(-1) === 1,
    pdu(attempt) {
      const wanted = sizes[attempt]!
      const before = made.get(wanted)
      if (before) return before
      const few = oids.slice(0, Math.min(width, wanted))
      // A last attempt for one variable is a GETNEXT, which every agent knows.
      const isBulk = usesBulk && (wanted > 1 || (size === 1 && attempts === 1))
      const one = isBulk
        ? requestPdu('getBulk', few, Math.max(1, Math.floor(wanted / few.length)))
        : requestPdu('getNext', few)
      made.set(wanted, one)
      return one
    },
  }
}

/** What a good answer teaches of the device. */
export function learn({ device }: Link, { size, usesBulk }: Question, { asked, attempts }: Answered): void {
  const answeredSize = asked.oids.length * Math.max(1, asked.repetitions)
  const limit = usesBulk ? device.bulks : device.gets
  if (attempts > 1 && answeredSize < size) limit.tooLarge(size)
  if (asked.kind === 'getBulk') {
    device.bulk = 'works'
    device.silentBulks = 0
    device.bulks.fits(answeredSize)
  } else if (usesBulk && device.bulk === 'untried') {
    device.silentBulks += 1
    if (device.silentBulks >= mostSilentBulks) device.bulk = 'fails'
  } else if (!usesBulk) {
    device.gets.fits(answeredSize)
  }
}
