/** How something fares. `unreachable` is for what lies behind a cause. */
export const states = ['ok', 'warning', 'critical', 'unknown', 'unreachable'] as const
export type State = (typeof states)[number]

/** A state worth an alert. */
export const faults = ['warning', 'critical', 'unknown', 'unreachable'] as const
export type Fault = (typeof faults)[number]

export const templateNames = ['ping', 'snmp-basics', 'tcp', 'http', 'tls', 'dns'] as const
export type TemplateName = (typeof templateNames)[number]

export const units = ['ms', '%', 'bit/s', '/s', 's', 'd', 'state'] as const
export type Unit = (typeof units)[number]

/** What a check cannot do without and has not got: it rests until then. */
export const lacks = ['address', 'credential', 'confirmation', 'service'] as const
export type Lacks = (typeof lacks)[number]

/** Why an alert is over: it is well again, or nobody watches any more. */
export const endings = [
  'recovered',
  'off',
  'settings',
  'unwatched',
  'gone',
  'service',
  'address',
  'credential',
  'confirmation',
  'deleted',
] as const
export type Ending = (typeof endings)[number]

/** Why nothing came, or not what was wanted. */
export const causes = [
  'timeout',
  'refused',
  'unreachable',
  'closed',
  'name-unknown',
  'name-server',
  'tls',
  'certificate',
  'bad-answer',
  /** The page's status is not one that is well; `measured` has it. */
  'status',
  'text',
  'json',
  'greeting',
  'record',
  /** A part of the device that somebody watches is no longer there. */
  'gone',
  /** It would be asked of the machine that Vigie runs on, or its link, and who set it does not hold everything. */
  'nearby',
] as const
export type Cause = (typeof causes)[number]
