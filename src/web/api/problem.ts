/** What is wrong with one field, in the person's language. */
export interface FieldProblem {
  field: string
  code: string
  message: string
}

/** A problem document (RFC 9457) as an error. `code` is stable, `title` and `detail` are sentences to show. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string | undefined
  readonly errors: FieldProblem[]
  /** The request's identifier, which leads to the server's log. */
  readonly instance: string | undefined
  /** The row's version now, where somebody changed it meanwhile. */
  readonly version: number | undefined
  /** Seconds to wait before another try. */
  readonly retryAfter: number | undefined

  constructor(document: ProblemDocument) {
    super(document.title)
    this.name = 'ApiProblem'
    this.code = document.code
    this.status = document.status
    this.title = document.title
    this.detail = document.detail
    this.errors = document.errors ?? []
    this.instance = document.instance
    this.version = document.version
    this.retryAfter = document.retryAfter
  }
}

export interface ProblemDocument {
  title: string
  status: number
  code: string
  detail?: string | undefined
  errors?: FieldProblem[] | undefined
  instance?: string | undefined
  version?: number | undefined
  retryAfter?: number | undefined
}

/** The answer of a request that failed; an answer that is no problem document (a proxy's page) becomes one. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const retryAfter = Number(response.headers.get('retry-after')) || undefined
  const status = response.status
  try {
    const document = (await response.json()) as Partial<ProblemDocument>
    if (typeof document.code === 'string' && typeof document.title === 'string')
      return new ApiProblem({ ...document, code: document.code, title: document.title, status, retryAfter })
  } catch {
    // Not JSON: told below by its status.
  }
  return new ApiProblem({ code: status >= 500 ? 'unavailable' : 'unexpected', title: '', status, retryAfter })
}

/** The server could not be reached at all. */
export function unreachable(): ApiProblem {
  return new ApiProblem({ code: 'offline', title: '', status: 0 })
}

export function isProblem(error: unknown, code?: string): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code)
}
