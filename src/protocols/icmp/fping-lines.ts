/** What a line of fping says of one address; `rttMs` is null when it did not answer. */
export interface Said {
  address: string
  rttMs: number | null
}

const verdict = /^(\S+) is (?:alive \(([\d.e+]+) ms\)|unreachable)/
const looped = /^\[(\d+\.\d+)\] (\S+)\s*: \[(\d+)\], (?:\d+ bytes, ([\d.e+]+) ms|timed out)/

/** `127.0.0.1 is alive (0.28 ms)`, `192.0.2.1 is unreachable`: the lines of `fping -e`. */
export function readVerdict(line: string): Said | null {
  const match = verdict.exec(line)
  if (!match?.[1]) return null
  return { address: match[1], rttMs: match[2] === undefined ? null : Number(match[2]) }
}

/**
 * `[1795265500.62275] 127.0.0.1 : [0], 64 bytes, 0.257 ms (…)` and `… : [0], timed out (…)`: the lines of `fping -l -D`
 * (5.1). `round` counts the pings of this address from 0; one answered twice, as network loops do, is written twice.
 * `at` is the machine's clock in milliseconds when the line was written.
 */
export function readLooped(line: string): (Said & { round: number; at: number }) | null {
  const match = looped.exec(line)
  if (!match?.[2]) return null
  return {
    address: match[2],
    rttMs: match[4] === undefined ? null : Number(match[4]),
    round: Number(match[3]),
    at: Number(match[1]) * 1_000,
  }
}
