import type { Input, Output, WriteRoute } from '../operations-type.ts'

/** What a preview answers: the server's `ImportPreview`. */
export interface Preview {
  columns: readonly { heading: string; field: string | null; example: string }[]
  fields: readonly string[]
  counts: { lines: number; create: number; change: number; same: number; wrong: number }
  rows: readonly PreviewRow[]
}

export interface PreviewRow {
  line: number
  action: 'create' | 'change' | 'same' | 'wrong'
  name: string
  changes: readonly { field: string; before: string | null; after: string | null }[]
  errors: readonly { field: string | null; message: string }[]
}

/** Routes that show what a file would do, and that do it. */
export type PreviewRoute = { [R in WriteRoute]: Output<R> extends Preview ? R : never }[WriteRoute]
export type ImportRoute = {
  [R in WriteRoute]: Output<R> extends { created: number; changed: number } ? R : never
}[WriteRoute]
/** What the import is told besides the file. */
export type ImportInput<R extends PreviewRoute> = Omit<Input<R>, 'mapping'>
