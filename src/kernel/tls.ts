import type { Config } from './config.ts'
import type { Certificate } from './tls/certificate.ts'
import { readCertificate } from './tls/given.ts'
import { keepSelfSigned } from './tls/self-signed.ts'

export type { Certificate } from './tls/certificate.ts'
export { certificateJudges } from './tls/given.ts'

/**
 * The certificate that the settings ask for, or null where the listener does not encrypt. A self-signed one is made
 * once in the data folder, and again shortly before it expires or when the public address changes: called once a
 * day, this keeps a long-running process supplied (`server.setSecureContext`). Raises a StartFault for given files
 * that cannot serve.
 */
export async function openCertificate(config: Config): Promise<Certificate | null> {
  const { tls } = config
  if (tls.mode === 'off') return null
  if (tls.mode === 'files') return readCertificate(tls.certificateFile, tls.keyFile)
  return keepSelfSigned(config)
}
