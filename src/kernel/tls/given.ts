import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { now } from '#kernel/clock'
import type { Judges } from '#kernel/config'
import { codeOf } from '#kernel/start/errno'
import { StartFault } from '#kernel/start/fault'
import type { Certificate } from './certificate.ts'

/** The certificate in two PEM files; a StartFault where they cannot be read, do not belong together or have expired. */
export function readCertificate(certificateFile: string, keyFile: string): Certificate {
  const cert = read(certificateFile)
  const key = read(keyFile)
  const certificate = parse(certificateFile, 'certificate', () => new X509Certificate(cert))
  const privateKey: KeyObject = parse(keyFile, 'private key without a passphrase', () =>
    createPrivateKey(key),
  )
  if (!certificate.checkPrivateKey(privateKey)) {
    throw fault(`The key in ${keyFile} is not that of the certificate in ${certificateFile}.`)
  }
  if (certificate.validToDate < now()) {
    throw fault(
      `The certificate in ${certificateFile} expired on ${certificate.validToDate.toISOString().slice(0, 10)}.`,
    )
  }
  const isSelfSigned = certificate.checkIssued(certificate)
  const { fingerprint256: fingerprint, validToDate: expiresAt } = certificate
  return { cert, key, fingerprint, isSelfSigned, expiresAt }
}

/** Whether the certificate of the settings can be read and serve, known before anything is started. */
export const certificateJudges: Judges = {
  VIGIE_TLS_CERT: (_text, others) => {
    const certificate = others.path('VIGIE_TLS_CERT')
    const key = others.path('VIGIE_TLS_KEY')
    if (!certificate || !key) return null
    return problemOf(() => readCertificate(certificate, key))
  },
}

function problemOf(look: () => unknown): string | null {
  try {
    look()
    return null
  } catch (error) {
    if (error instanceof StartFault) return error.sentence.replace(/\.$/, '')
    throw error
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw fault(`${file} cannot be read (${codeOf(error)}).`)
  }
}

function parse<Value>(file: string, what: string, read: () => Value): Value {
  try {
    return read()
  } catch {
    throw fault(`${file} holds no ${what} in PEM form.`)
  }
}

function fault(sentence: string): StartFault {
  return new StartFault(
    'start-certificate',
    sentence,
    'Correct VIGIE_TLS_CERT and VIGIE_TLS_KEY, or leave both away for a self-signed certificate.',
  )
}
