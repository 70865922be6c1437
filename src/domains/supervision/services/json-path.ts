/** One step of a singular query: a name, or an index (negative: from the end). */
export type Step = string | number

const step =
  /^(?:\.([A-Za-z_\u0080-\u{10FFFF}][\w\u0080-\u{10FFFF}]*)|\[(-?\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\])/u

/** The steps of a singular query (RFC 9535, 2.3.5.1: `$.a.b[0]['c']`), or null where it is none. */
export function parseJsonPath(path: string): Step[] | null {
  if (!path.startsWith('$')) return null
  const steps: Step[] = []
  for (let rest = path.slice(1); rest !== '';) {
    const found = step.exec(rest)
    if (!found) return null
    const [all, short, index, single, double] = found
    if (index !== undefined) steps.push(Number(index))
    else steps.push(short ?? (single ?? double ?? '').replaceAll(/\\(.)/g, '$1'))
    rest = rest.slice(all.length)
  }
  return steps
}

/** What stands there; undefined where nothing does. */
export function jsonAt(value: unknown, steps: readonly Step[]): unknown {
  let at = value
  for (const one of steps) {
    if (typeof one === 'number') at = Array.isArray(at) ? (at as unknown[]).at(one) : undefined
    else at = isRecord(at) && Object.hasOwn(at, one) ? at[one] : undefined
  }
  return at
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
