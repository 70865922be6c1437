import { expect, test } from 'vitest'
import { readLooped, readVerdict } from './fping-lines.ts'

test.each([
  ['127.0.0.1 is alive (0.281 ms)', { address: '127.0.0.1', rttMs: 0.281 }],
  ['fe80::1%eth0 is alive (1234 ms)', { address: 'fe80::1%eth0', rttMs: 1234 }],
  ['192.0.2.1 is alive (0.2 ms) [<- 192.0.2.2]', { address: '192.0.2.1', rttMs: 0.2 }],
  ['192.0.2.1 is unreachable', { address: '192.0.2.1', rttMs: null }],
  ['ICMP Host Unreachable from 192.0.2.254 for ICMP Echo sent to 192.0.2.1', null],
  ['', null],
])('verdict: %s', (line, said) => {
  expect(readVerdict(line)).toEqual(said)
})

test.each([
  [
    '[1795265500.62275] 127.0.0.1 : [3], 64 bytes, 0.257 ms (0.257 avg, 0% loss)',
    { address: '127.0.0.1', rttMs: 0.257, round: 3, at: 1795265500622.75 },
  ],
  [
    '[1795265527.59505] 127.12.0.8  : [0], timed out (NaN avg, 100% loss)',
    { address: '127.12.0.8', rttMs: null, round: 0, at: 1795265527595.05 },
  ],
  ['127.12.0.8 : xmt/rcv/%loss = 3/0/100%', null],
  ['', null],
])('loop: %s', (line, said) => {
  expect(readLooped(line)).toEqual(said)
})
