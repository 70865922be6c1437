import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Operation } from '#kernel/operations'
import { readSettings } from './ground.ts'
import { allOperations } from './openapi.ts'

/**
 * `vigie api NOUN VERB --field value …`: every operation of the API, over HTTP, with the token in VIGIE_TOKEN. Prints
 * the answer as JSON; a problem goes to standard error and the exit code is 1.
 */
export async function callApi(words: string[]): Promise<void> {
  const { names, fields, wantsHelp } = readWords(words)
  const name = names.join('.')
  const operation = allOperations().find((one) => one.name === name) as Operation | undefined
  if (!operation) return print(operationList(names))
  if (wantsHelp) return print(operationHelp(operation))
  const { ifMatch, body: bodyFile, ...input } = fields
  const response = await request(operation, parseFields(operation, input), ifMatch, bodyFile).catch(
    tellNoAnswer,
  )
  if (!response) return
  const text = await response.text()
  if (response.ok) return print(text.endsWith('\n') || text === '' ? text : `${pretty(text)}\n`)
  process.stderr.write(`${pretty(text)}\n`)
  process.exitCode = 1
}

function tellNoAnswer(error: unknown): undefined {
  if (!(error instanceof NoAnswer)) throw error
  process.stderr.write(`vigie: ${error.message}\n`)
  process.exitCode = 1
}

function readWords(words: string[]) {
  const names: string[] = []
  const fields: Record<string, string> = {}
  let wantsHelp = false
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!
    if (word === '--help' || word === '-h') wantsHelp = true
    else if (word.startsWith('--')) {
      const [key = '', inline] = word.slice(2).split(/=(.*)/s)
      fields[camel(key)] = inline ?? words[(index += 1)] ?? 'true'
    } else names.push(word)
  }
  return { names, fields, wantsHelp }
}

/** Texts stay texts; where the operation wants a number, a list or an object, the word is read as JSON. */
function parseFields(operation: Operation, fields: Record<string, string>): Record<string, unknown> {
  const { properties = {} } = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { type?: string }>
  }
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      if (properties[key]?.type === 'string' || operation.route.startsWith('GET ')) return [key, value]
      try {
        return [key, JSON.parse(value)]
      } catch {
        return [key, value]
      }
    }),
  )
}

async function request(
  operation: Operation,
  input: Record<string, unknown>,
  ifMatch: string | undefined,
  bodyFile: string | undefined,
): Promise<Response> {
  const base = process.env.VIGIE_API ?? readSettings().url
  const [method = 'GET', path = '/'] = operation.route.split(' ')
  const rest = { ...input }
  const filled = path.replaceAll(/:(\w+)/g, (_all, key: string) => {
    const value = rest[key]
    delete rest[key]
    return encodeURIComponent(String(value))
  })
  const url = new URL(operation.outsideApi ? filled : `/api/v1${filled}`, base)
  const hasBody = method !== 'GET' && method !== 'DELETE' && !bodyFile
  if (!hasBody) for (const [key, value] of Object.entries(rest)) url.searchParams.set(key, String(value))
  const headers: Record<string, string> = { accept: 'application/json' }
  if (process.env.VIGIE_TOKEN) headers.authorization = `Bearer ${process.env.VIGIE_TOKEN}`
  if (operation.versioned)
    headers['if-match'] = ifMatch ? `"${ifMatch.replaceAll('"', '')}"`.replace('"*"', '*') : '*'
  if (hasBody) headers['content-type'] = 'application/json'
  if (bodyFile) headers['content-type'] = operation.consumes?.[0] ?? 'application/octet-stream'
  const body = bodyFile ? await readFile(bodyFile) : hasBody ? JSON.stringify(rest) : undefined
  return fetch(url, { method, headers, body }).catch((error: Error) => {
    const reason = (error.cause as { code?: string } | undefined)?.code ?? error.message
    throw new NoAnswer(
      `No Vigie answers at ${base} (${reason}). Start it with \`vigie up\`, or say where it is with VIGIE_API.`,
    )
  })
}

class NoAnswer extends Error {}

function operationList(names: string[]): string {
  const fitting = allOperations().filter((one) => one.name.startsWith(names.join('.')))
  const shown = fitting.length > 0 ? fitting : allOperations()
  const width = Math.max(...shown.map(({ name }) => name.length))
  const lines = shown.map(({ name, summary }) => `  ${name.replaceAll('.', ' ').padEnd(width + 2)}${summary}`)
  return `Usage: vigie api NOUN VERB [--field value …]\n\n${lines.toSorted().join('\n')}\n`
}

function operationHelp(operation: Operation): string {
  const { properties = {}, required = [] } = z.toJSONSchema(operation.input, {
    io: 'input',
    unrepresentable: 'any',
  }) as {
    properties?: Record<string, { type?: string; enum?: string[] }>
    required?: string[]
  }
  const lines = Object.entries(properties).map(
    ([key, { type, enum: values }]) =>
      `  --${kebab(key)} ${values?.join('|') ?? type ?? 'value'}${required.includes(key) ? '  (required)' : ''}`,
  )
  const more = [
    ...(operation.versioned ? ['  --if-match VERSION  the version that is changed (any, unless said)'] : []),
    ...(operation.consumes ? ['  --body FILE  what is sent'] : []),
  ]
  return `vigie api ${operation.name.replaceAll('.', ' ')}: ${operation.summary}\n${operation.route}, right ${operation.right}${operation.over === 'everything' ? ' over everything' : ''}\n\n${[...lines, ...more].join('\n')}\n`
}

const camel = (word: string) => word.replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())
const kebab = (word: string) => word.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

function print(text: string): void {
  process.stdout.write(text)
}
