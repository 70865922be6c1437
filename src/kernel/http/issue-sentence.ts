import { z } from 'zod'
import type { Language } from '../access.ts'
import type { Sentences } from '../i18n.ts'

const zodLocales = { fr: z.locales.fr().localeError, en: z.locales.en().localeError }

type Issue = z.core.$ZodIssue

/**
 * What is wrong with one value, as a person would say it. A schema may name a sentence of a locale file as its message;
 * the usual faults have sentences of ours; what is left is zod's own, in the caller's language.
 */
export function issueSentence(
  issue: Issue,
  language: Language,
  sentences: Pick<Sentences, 't' | 'has'>,
): string {
  if (/^[a-z]+:[\w.]+$/i.test(issue.message) && sentences.has(issue.message))
    return sentences.t(language, issue.message)
  const ours = oursFor(issue)
  if (ours) return sentences.t(language, `kernel:fault.${ours.key}`, ours.params)
  const own = zodLocales[language](issue as never)
  return (typeof own === 'string' ? own : own?.message) ?? issue.message
}

interface Ours {
  key: string
  params: Record<string, unknown>
}

function oursFor(issue: Issue): Ours | undefined {
  switch (issue.code) {
    case 'invalid_type':
      // zod tells what it received in its own (English) message alone.
      return issue.message.endsWith('received undefined') ? { key: 'missing', params: {} } : undefined
    case 'too_small':
      return isEmptyText(issue) ? { key: 'missing', params: {} } : sized('least', issue.origin, issue.minimum)
    case 'too_big':
      return sized('most', issue.origin, issue.maximum)
    case 'invalid_value':
      return oneOf(issue.values)
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : undefined
    case 'invalid_format':
      return formOf(issue.format)
    default:
      return undefined
  }
}

function oneOf(values: readonly unknown[]): Ours {
  return { key: 'oneOf', params: { values: values.map(String).join(', ') } }
}

/** A regular expression says nothing to people: a schema that has one has a sentence of its own besides. */
function formOf(format: string): Ours | undefined {
  if (format === 'regex') return { key: 'format.regex', params: {} }
  return formats.has(format) ? { key: `format.${format}`, params: {} } : undefined
}

const formats = new Set(['email', 'url', 'uuid', 'datetime', 'date', 'ipv4', 'ipv6'])

function isEmptyText(issue: z.core.$ZodIssueTooSmall): boolean {
  return issue.origin === 'string' && Number(issue.minimum) === 1
}

function sized(bound: 'least' | 'most', origin: string, limit: number | bigint): Ours | undefined {
  const what =
    origin === 'string'
      ? 'Letters'
      : origin === 'array'
        ? 'Things'
        : origin === 'number' || origin === 'int'
          ? 'Number'
          : undefined
  return what ? { key: `${bound}${what}`, params: { limit: Number(limit), count: Number(limit) } } : undefined
}
