import type { z } from 'zod'
import { problemCodes } from '../errors.ts'
import type { Operation } from '../operations.ts'
import { mostKey } from '../operations/idempotency.ts'
import { jsonSchemaOf } from '../operations/json-schema.ts'
import { apiPrefix } from './mount.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of all operations: derived, never written by hand. */
export function openApiDocument(operations: readonly Operation[], version: string): Json {
  const components: Json = { Problem: problemSchema }
  const paths: Record<string, Json> = {}
  for (const operation of operations) {
    const [method = 'GET', path = '/'] = operation.route.split(' ')
    const url = (operation.outsideApi ? path : apiPrefix + path).replaceAll(/:(\w+)/g, '{$1}')
    paths[url] = { ...paths[url], [method.toLowerCase()]: describe(operation, method, path, components) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vigie',
      version,
      description:
        'Whatever a screen does, a script can do: sign in with a token (`Authorization: Bearer …`).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: sorted(paths),
    components: {
      schemas: sorted(components),
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
  }
}

function describe(operation: Operation, method: string, path: string, components: Json): Json {
  const input = schemaOf(operation.input, 'input', components)
  const { properties, required } = input as { properties?: Record<string, Json>; required?: string[] }
  const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
  const others = Object.entries(properties ?? {}).filter(([name]) => !inPath.includes(name))
  const asBody =
    method !== 'GET' && method !== 'DELETE' && operation.kind !== 'endpoint' && !operation.consumes
  return {
    operationId: operation.name,
    tags: [operation.domain],
    summary: operation.summary,
    'x-right': operation.right,
    ...(operation.over === 'everything' ? { 'x-over': operation.over } : {}),
    ...(operation.right === 'public' ? { security: [] } : {}),
    parameters: [
      ...inPath.map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: properties?.[name] ?? { type: 'string' },
      })),
      ...(asBody
        ? []
        : others.map(([name, schema]) => ({
            name,
            in: 'query',
            required: required?.includes(name) ?? false,
            schema,
          }))),
      ...(operation.versioned ? [ifMatchParameter] : []),
      ...keyParameters(operation, method),
    ],
    ...(asBody && !properties ? jsonBody(input) : bodyOf(operation, asBody, others, required)),
    responses: { ...answers(operation, components), default: problemResponse },
  }
}

function bodyOf(
  operation: Operation,
  asBody: boolean,
  others: [string, Json][],
  required: string[] | undefined,
): Json {
  if (operation.consumes)
    return {
      requestBody: {
        required: true,
        content: Object.fromEntries(operation.consumes.map((type) => [type, { schema: { type: 'string' } }])),
      },
    }
  if (!asBody || others.length === 0) return {}
  const names = others.map(([name]) => name)
  const schema = {
    type: 'object',
    properties: Object.fromEntries(others),
    required: required?.filter((name) => names.includes(name)) ?? [],
    additionalProperties: false,
  }
  return jsonBody(schema)
}

/** Also of an input that is one of several forms: those have no fields in common to be taken apart. */
function jsonBody(schema: Json): Json {
  return { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

function answers(operation: Operation, components: Json): Json {
  const schema = schemaOf(operation.output, 'output', components)
  if (operation.kind === 'endpoint')
    return { 200: { description: 'Done', content: { [operation.produces]: { schema } } } }
  if (schema.type === 'null' || Object.keys(schema).length === 0) return { 204: { description: 'Done' } }
  return { [operation.status]: { description: 'Done', content: { 'application/json': { schema } } } }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const made = jsonSchemaOf(schema, io)
  const { $schema: _dialect, $defs = {}, ...rest } = made
  for (const [name, definition] of Object.entries($defs as Json)) components[name] = redirect(definition)
  return redirect(rest) as Json
}

/** zod's own definitions live under `$defs`; in the document they are components. */
function redirect(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'))
}

function sorted<V>(record: Record<string, V>): Record<string, V> {
  return Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

const ifMatchParameter = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description:
    'The version that is changed, from the ETag (or `version`) read before; `*` changes any version. A weak tag ' +
    'counts as its version: proxies that compress make ours weak.',
  schema: { type: 'string' },
}

function keyParameters({ onRepeat }: Operation, method: string): Json[] {
  if (method !== 'POST' || !onRepeat) return []
  const repeated =
    onRepeat === 'same-answer'
      ? 'gets the first answer and writes nothing'
      : 'writes nothing and is a conflict: what holds a secret is not kept to be answered again'
  return [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description:
        `A text of one’s own choice, a person’s own for a day. The same request sent again with it ${repeated}; ` +
        'another request with it is a conflict. What is refused or fails leaves the key free.',
      schema: { type: 'string', maxLength: mostKey },
    },
  ]
}

const problemResponse = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'errors', 'instance'],
  properties: {
    type: { type: 'string', description: 'The address of the page that explains the code' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problemCodes) },
    detail: { type: 'string' },
    version: { type: 'integer', description: 'The present version, where somebody changed it meanwhile' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'message'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
    instance: { type: 'string', description: 'The request, to find it in the log' },
  },
}
