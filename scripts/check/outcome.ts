import type { SourceFile } from './source.ts'

/** Something a check saw. A warning is printed but does not fail. */
export interface Finding {
  /** `path:line`, or a path, or nothing where the finding is about the whole. */
  where?: string
  message: string
  level?: 'error' | 'warning'
}

/** What a check is run on. */
export interface Project {
  /** Absolute path of the checkout. */
  root: string
  /** Mend what can be mended without thinking. */
  fix: boolean
  /** The source files, read and parsed once for all checks. */
  sources(): SourceFile[]
}

/** What came of a check: what it found, or why it could not be run. */
export type Outcome = { findings: Finding[] } | { skipped: string }

export interface Check {
  name: string
  /** What holds when the check passes, as a sentence for `--help`. */
  proves: string
  run(project: Project): Outcome | Promise<Outcome>
}

export const isError = (finding: Finding): boolean => finding.level !== 'warning'
