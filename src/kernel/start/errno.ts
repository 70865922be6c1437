/** The system's code of an error (`ENOENT`, PostgreSQL's `57P03` …), or null. */
export function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : null
}
