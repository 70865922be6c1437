/** What a TLS listener presents. */
export type Certificate = {
  /** The chain, PEM. */
  cert: string
  /** The private key, PEM. */
  key: string
  /** SHA-256 of the certificate as people compare it: pairs of hexadecimal digits, with colons. */
  fingerprint: string
  isSelfSigned: boolean
  expiresAt: Date
}
