'use strict'
const { Refusal } = require('./say.cjs')
const { root } = require('./runtime.cjs')

const offline =
  /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/
const certificate = /SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF|UNABLE_TO_GET_ISSUER|CERT_HAS_EXPIRED/

/** What a failed `npm ci` means for the person who waits, by its code (or why it did not start) and its last words. */
function installFault(code, signal, stderr) {
  if (signal) return new Refusal('The installation was interrupted.', 'Start again to finish it.')
  // setpriv, which starts npm, answers 127 for a program that is not there.
  if (code === 'ENOENT' || code === 127) {
    return new Refusal(
      'npm is missing, and the packages are not installed yet.',
      'Install it (Debian: apt install npm), then start again.',
    )
  }
  if (/EACCES|EROFS|EPERM/.test(stderr)) {
    return new Refusal(
      `The packages cannot be installed: ${folderIn(stderr)} is not writable for this user.`,
      'Start once as the user that owns it, or copy Vigie into a folder of your own.',
    )
  }
  if (/ENOSPC|EDQUOT/.test(stderr)) {
    return new Refusal(
      'The disk is full: the packages need about 700 MB.',
      'Free some space, then start again.',
    )
  }
  if (certificate.test(stderr)) {
    return new Refusal(
      'npm does not trust the certificate of the package registry.',
      'If a proxy here opens TLS, name its authority in NODE_EXTRA_CA_CERTS, then start again.',
    )
  }
  if (offline.test(stderr)) {
    return new Refusal(
      `npm could not reach the package registry (${offline.exec(stderr)[0]}).`,
      'Connect this machine for the first start (behind a proxy: set HTTPS_PROXY), then start again.',
    )
  }
  return new Refusal(
    `npm could not install the packages: ${lastWords(stderr)}.`,
    'Run `npm ci` to see all it says.',
  )
}

function folderIn(stderr) {
  const match = /(?:EACCES|EROFS|EPERM)[^\n]*?(\/[^'"\n]+)/.exec(stderr)
  return match ? match[1] : root
}

/** npm's errors begin with what matters and end with where its log lies. */
function lastWords(stderr) {
  const lines = stderr
    .split('\n')
    .map((line) => line.replace(/^npm (ERR!|error) ?/, '').trim())
    .filter((line) => line !== '' && !/^(code|A complete log|errno|syscall)/.test(line))
  return (lines[0] || 'it gave no reason').replace(/\.$/, '')
}

module.exports = { installFault }
