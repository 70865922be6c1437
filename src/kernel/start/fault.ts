/** The faults that keep Vigie from starting; each has a page `docs/errors/<code>.md`. */
export const startFaultCodes = [
  'start-address-unknown',
  'start-already-running',
  'start-certificate',
  'start-configuration',
  'start-data-newer',
  'start-data-of-another-user',
  'start-data-older',
  'start-database-encoding',
  'start-database-failed',
  'start-database-too-old',
  'start-database-unreachable',
  'start-disk-full',
  'start-folder-not-writable',
  'start-master-key',
  'start-no-account',
  'start-nothing-there',
  'start-port-not-allowed',
  'start-port-taken',
] as const

export type StartFaultCode = (typeof startFaultCodes)[number]

/**
 * Something outside the program that keeps it from starting.
 * `sentence` says what is wrong and `remedy` what to do, each ready to print; neither holds a secret.
 */
export class StartFault extends Error {
  readonly code: StartFaultCode
  readonly sentence: string
  readonly remedy: string

  constructor(code: StartFaultCode, sentence: string, remedy: string, options?: ErrorOptions) {
    super(`${sentence} ${remedy}`, options)
    this.name = 'StartFault'
    this.code = code
    this.sentence = sentence
    this.remedy = remedy
  }
}
