import { z } from 'zod'
import type { Language } from '#kernel/access'
import { issueSentence } from '#kernel/http/issue-sentence'
import { plainIssues } from '#kernel/http/issues'
import { codesByWord } from './words.ts'
import { fold } from '#kernel/fold'

/** What a cell says, or the sentence that tells what is wrong with it. */
export type Reading = { value: unknown } | { error: string }

/** Who asks: for sentences in his language. */
export interface Asking {
  language: Language
  say(key: string, params?: Record<string, unknown>): string
}

/** A field that a column may be given to, and how its cells are read. Empty cells are never read: they leave as it is. */
export interface ImportField {
  name: string
  read(cell: string, asking: Asking): Reading
}

/** A cell that a schema of the contract judges, after it was brought into its form. */
export function read(
  name: string,
  schema: z.ZodType,
  form: (cell: string) => unknown = (cell) => cell,
): ImportField {
  return {
    name,
    read(cell, { language, say }) {
      const parsed = schema.safeParse(form(cell))
      if (parsed.success) return { value: parsed.data }
      const sentences = { t: (_: Language, key: string, params = {}) => say(key, params), has: () => true }
      return {
        error: plainIssues(parsed.error.issues)
          .map((issue) => issueSentence(issue, language, sentences))
          .join(' '),
      }
    },
  }
}

/** One of a few words, in French, English or as the API has it. */
export function word(
  name: string,
  group: Parameters<typeof codesByWord>[0],
  codes: readonly string[],
): ImportField {
  const known = codesByWord(group, codes)
  return {
    name,
    read(cell, { say }) {
      const code = known.get(fold(cell))
      if (code) return { value: code }
      const words = codes.map((each) => say(`estate:${group}.${each}`)).join(', ')
      return { error: say('estate:problem.unknownWord', { word: cell, words }) }
    },
  }
}

/** A reference (a site, a person), resolved when all lines are known. */
export function reference(name: string): ImportField {
  return { name, read: (cell) => ({ value: cell }) }
}

/** `48,39` as French writes it is a number too. */
export const numberOf = (cell: string) => Number(cell.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.'))

/** Several values in one cell. */
export const listOf = (cell: string) =>
  cell
    .split(/[,;\n|]/)
    .map((part) => part.trim())
    .filter(Boolean)
