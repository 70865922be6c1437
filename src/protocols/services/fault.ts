/** Why a service did not give what was asked of it. */
export type ServiceFaultCode =
  /** Nothing came in time. */
  | 'timeout'
  /** The machine is there, and nothing listens. */
  | 'refused'
  /** No way leads there, or this machine's network refuses to send. */
  | 'unreachable'
  /** The other side ended the connection. */
  | 'closed'
  /** The name does not exist. */
  | 'name-unknown'
  /** The name server failed, or will not answer us. */
  | 'name-server'
  /** TLS could not be agreed on. */
  | 'tls'
  /** The certificate is not one to trust. */
  | 'certificate'
  /** It answered, but not as its protocol has it. */
  | 'bad-answer'
  /** The caller's signal ended it. */
  | 'aborted'
  /** Not an address, not a port, not a URL. */
  | 'bad-target'

/** The one error of these protocols. `code` is stable; the message is for a log, and holds no secret. */
export class ServiceFault extends Error {
  readonly code: ServiceFaultCode

  constructor(code: ServiceFaultCode, message: string) {
    super(message)
    this.name = 'ServiceFault'
    this.code = code
  }
}

const ofSystem: Record<string, ServiceFaultCode> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'closed',
  EPIPE: 'closed',
  ETIMEDOUT: 'timeout',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ENOTFOUND: 'name-unknown',
  EAI_AGAIN: 'name-server',
  EPROTO: 'tls',
}

/** Whatever was thrown, as a fault; what is none of the network's is thrown again. */
export function faultOf(thrown: unknown): ServiceFault {
  if (thrown instanceof ServiceFault) return thrown
  if (!(thrown instanceof Error)) throw thrown
  const code = (thrown as NodeJS.ErrnoException).code ?? ''
  const known = ofSystem[code] ?? (/^(ERR_SSL|ERR_TLS)/.test(code) ? 'tls' : undefined)
  if (known) return new ServiceFault(known, thrown.message)
  if (code.startsWith('HPE_')) return new ServiceFault('bad-answer', thrown.message)
  throw thrown
}
