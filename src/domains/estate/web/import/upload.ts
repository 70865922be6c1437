import { ApiProblem, refetch, type Output } from '#web/api.ts'
import { chosenOrganisation } from '#web/api/organisation.ts'
import { problemOf, unreachable } from '#web/api/problem.ts'

export type Preview = Output<'POST /sites/import/preview'>
export type Done = Output<'POST /sites/import'>
export type Noun = 'sites' | 'assets'

export interface Choices {
  organisationId: string
  /** The field of each column; null leaves the column. Undefined lets the server guess. */
  mapping?: readonly (string | null)[] | undefined
}

/** What an import of the file would do. @throws ApiProblem */
export function preview(noun: Noun, file: File, choices: Choices): Promise<Preview> {
  return send<Preview>(`/${noun}/import/preview`, file, queryOf(choices))
}

/** Imports the file. @throws ApiProblem where a line is wrong and is not skipped */
export async function importFile(
  noun: Noun,
  file: File,
  choices: Choices & { skipInvalid: boolean },
): Promise<Done> {
  const query = queryOf(choices)
  if (choices.skipInvalid) query.set('skipInvalid', 'true')
  const done = await send<Done>(`/${noun}/import`, file, query)
  await refetch([noun === 'sites' ? 'GET /sites' : 'GET /assets'])
  return done
}

function queryOf({ organisationId, mapping }: Choices): URLSearchParams {
  const query = new URLSearchParams({ organisationId })
  if (mapping) query.set('mapping', mapping.map((field) => field ?? '').join(','))
  return query
}

/** The file's own bytes: the server finds out in what encoding they are. */
async function send<T>(path: string, file: File, query: URLSearchParams): Promise<T> {
  const organisation = chosenOrganisation()
  const response = await fetch(`/api/v1${path}?${query}`, {
    method: 'POST',
    body: file,
    headers: {
      accept: 'application/json',
      'content-type': 'text/csv',
      'x-vigie-request': '1',
      'accept-language': document.documentElement.lang,
      ...(organisation ? { 'vigie-organisation': organisation } : {}),
    },
  }).catch((): never => {
    throw unreachable()
  })
  if (!response.ok) throw await problemOf(response)
  return (await response.json()) as T
}

/** The sentence that says most about what went wrong. */
export function sentenceOf(error: unknown): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined
  return error.errors[0]?.message ?? error.detail ?? error.title
}
