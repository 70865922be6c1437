/**
 * Every problem the API can answer: its stable code and its HTTP status. The sentences are in `kernel/locales` under
 * `problem.CODE`, and each code has a page `docs/errors/CODE.md`.
 */
export const problemCodes = {
  'invalid-input': 422,
  'malformed-request': 400,
  'not-signed-in': 401,
  'sign-in-failed': 401,
  'second-factor-needed': 401,
  'not-allowed': 403,
  'forged-request': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'already-exists': 409,
  'in-use': 409,
  conflict: 409,
  'changed-meanwhile': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'misdirected-request': 421,
  'version-required': 428,
  'too-many-requests': 429,
  'headers-too-large': 431,
  unexpected: 500,
  'outside-fault': 502,
  'database-unavailable': 503,
  'disk-full': 507,
} as const

export type ProblemCode = keyof typeof problemCodes
