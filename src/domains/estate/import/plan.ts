import type { z } from 'zod'
import type { Table } from '#kernel/csv'
import { Problem } from '#kernel/errors'
import type { ImportPreview } from '../contract.ts'
import type { LineError } from './lines.ts'

export interface FieldChange {
  field: string
  before: string | null
  after: string | null
}

/** What will be done with one line. */
export interface PlannedLine {
  line: number
  action: 'create' | 'change' | 'same' | 'wrong'
  /** The thing it changes. */
  id: string | null
  name: string
  changes: FieldChange[]
  errors: LineError[]
}

/** The lines that are wrong, at most this many, then as many of the others: what a person looks at. */
const mostShown = 300

export function previewOf(
  table: Table,
  columns: readonly (string | null)[],
  fields: readonly { name: string }[],
  lines: readonly PlannedLine[],
): z.input<typeof ImportPreview> {
  const inOrder = lines.toSorted((one, other) => one.line - other.line)
  const wrong = inOrder.filter(({ action }) => action === 'wrong')
  const others = [
    ...inOrder.filter(({ action }) => action === 'create' || action === 'change'),
    ...inOrder.filter(({ action }) => action === 'same'),
  ]
  const count = (action: PlannedLine['action']) => lines.filter((line) => line.action === action).length
  return {
    encoding: table.encoding,
    separator: table.separator,
    columns: table.headings.map((heading, index) => ({
      heading,
      field: columns[index] ?? null,
      example: table.lines.find(({ cells }) => cells[index])?.cells[index]?.slice(0, 200) ?? '',
    })),
    fields: fields.map(({ name }) => name),
    counts: {
      lines: lines.length,
      create: count('create'),
      change: count('change'),
      same: count('same'),
      wrong: wrong.length,
    },
    rows: [...wrong.slice(0, mostShown), ...others.slice(0, mostShown)].map(
      ({ line, action, id, name, changes, errors }) => ({ line, action, id, name, changes, errors }),
    ),
  }
}

/** Nothing is written while a line is wrong, unless the caller chose to leave those lines out. */
export function refuseWrong(lines: readonly PlannedLine[], skipInvalid: boolean): void {
  if (skipInvalid) return
  const errors = lines.flatMap(({ line, errors: wrong }) =>
    wrong.map(({ field, message }) => ({
      field: field ? `lines.${line}.${field}` : `lines.${line}`,
      code: 'wrong-line',
      message,
    })),
  )
  if (errors.length > 0)
    throw new Problem('invalid-input', {
      reason: 'estate:problem.wrongLines',
      errors: errors.slice(0, mostShown),
    })
}

/** Marks the lines that mean what a line before them means: which of the two holds cannot be known. */
export function refuseTwice(
  lines: readonly (PlannedLine & { key: string | undefined })[],
  say: (key: string, params: Record<string, unknown>) => string,
): void {
  const first = new Map<string, number>()
  for (const planned of lines) {
    if (planned.key === undefined) continue
    const before = first.get(planned.key)
    if (before === undefined) first.set(planned.key, planned.line)
    else wrong(planned, null, say('estate:problem.lineTwice', { line: before }))
  }
}

export function wrong(planned: PlannedLine, field: string | null, message: string): void {
  planned.action = 'wrong'
  planned.errors.push({ field, message })
}

/** A value as the preview shows it. */
export function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  return Array.isArray(value) ? value.join(', ') : String(value)
}
