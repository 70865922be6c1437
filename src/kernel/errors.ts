import { problemCodes, type ProblemCode } from './errors/codes.ts'

export { problemCodes, type ProblemCode }

/** What is wrong with one field of the input. `message` is already in the caller's language where it is set. */
export interface FieldError {
  field: string
  code: string
  message?: string
  params?: Record<string, unknown>
}

/**
 * An expected failure, answered as a problem document (RFC 9457). `reason` names a sentence of the domain's locales
 * (`estate:problem.siteHasChildren`) that says more than the code's own sentence; `params` fill it.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly reason: string | undefined
  readonly params: Record<string, unknown>
  readonly errors: FieldError[]
  readonly headers: Record<string, string>

  constructor(
    code: ProblemCode,
    more: {
      reason?: string
      params?: Record<string, unknown>
      errors?: FieldError[]
      headers?: Record<string, string>
      cause?: unknown
    } = {},
  ) {
    super(more.reason ?? code, { cause: more.cause })
    this.code = code
    this.status = problemCodes[code]
    this.reason = more.reason
    this.params = more.params ?? {}
    this.errors = more.errors ?? []
    this.headers = more.headers ?? {}
  }
}

export const notFound = () => new Problem('not-found')

/** Bad input in one field, with the reason as a sentence of a locale file. */
export function invalidField(field: string, reason: string, params: Record<string, unknown> = {}): Problem {
  return new Problem('invalid-input', { errors: [{ field, code: reason, params }] })
}

/** The row, or a 404: what one may not see does not exist. */
export function required<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw notFound()
  return row
}
