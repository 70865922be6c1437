/** The faults that stop Vigie at its start; each has a page `docs/errors/<code>.md`. */
export type StartFaultCode =
  | 'start-already-running'
  | 'start-certificate'
  | 'start-configuration'
  | 'start-data-newer'
  | 'start-data-older'
  | 'start-data-of-another-user'
  | 'start-database-failed'
  | 'start-database-too-old'
  | 'start-database-unreachable'
  | 'start-disk-full'
  | 'start-folder-not-writable'
  | 'start-no-account'
  | 'start-port-not-allowed'
  | 'start-port-taken'

/**
 * Something outside the program that keeps it from starting.
 * `sentence` says what is wrong and `remedy` what to do, each a sentence ready to print; neither holds a secret.
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
