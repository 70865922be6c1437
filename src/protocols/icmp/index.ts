export { icmpMeans, type FpingMissing, type IcmpMeans, type IcmpWay } from './means.ts'
export { pingOnce } from './ping-once.ts'
export { createPinger, type Pinger, type PingerOptions, type PingResult } from './pinger.ts'
export { sweep, type Answer, type SweepOptions } from './sweep.ts'
