import { z } from 'zod'
import type { Operation } from '#kernel/operations'

type Schema = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  items?: Schema
  prefixItems?: Schema[]
  minItems?: number
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
  pattern?: string
  default?: unknown
  $ref?: string
  $defs?: Record<string, Schema>
}

/** Known values by field: `organisationId`, `siteId`, `email` … */
export type Known = Record<string, unknown>

export function inputSchema(operation: Operation): Schema {
  return z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema
}

/** The least input that an operation takes: every required field, with a known value or one made from its schema. */
export function sampleInput(operation: Operation, known: Known): Record<string, unknown> {
  const schema = inputSchema(operation)
  return sample(schema, known, schema.$defs ?? {}) as Record<string, unknown>
}

/** Every field that an operation takes, the optional ones and what lies within them too; free texts are `text`. */
export function filledInput(operation: Operation, known: Known, text: string): Record<string, unknown> {
  const schema = inputSchema(operation)
  return filled(schema, known, schema.$defs ?? {}, text) as Record<string, unknown>
}

function filled(schema: Schema, known: Known, definitions: Record<string, Schema>, text: string): unknown {
  const again = (one: Schema) => filled(one, known, definitions, text)
  if (schema.$ref) return again(definitions[schema.$ref.split('/').at(-1)!] ?? {})
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choice) return again(choice[0]!)
  if (schema.type === 'object') {
    const fields = Object.entries(schema.properties ?? {})
    // A record of whatever: under a name of its own.
    if (fields.length === 0)
      return { x: again(typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}) }
    return Object.fromEntries(
      fields.map(([field, one]) => [field, Object.hasOwn(known, field) ? known[field] : again(one)]),
    )
  }
  if (schema.type === 'array') return [again(schema.items ?? {})]
  const isFree = schema.type === undefined || (schema.type === 'string' && !schema.format)
  return isFree && schema.enum === undefined && schema.const === undefined
    ? text
    : sample(schema, known, definitions)
}

function sample(schema: Schema, known: Known, definitions: Record<string, Schema>, name = ''): unknown {
  if (schema.$ref) return sample(definitions[schema.$ref.split('/').at(-1)!] ?? {}, known, definitions, name)
  if (Object.hasOwn(known, name)) return known[name]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choice) return sample(choice[0]!, known, definitions, name)
  if (schema.type === 'object') {
    const required = schema.required ?? []
    return Object.fromEntries(
      required.map((field) => [field, sample(schema.properties?.[field] ?? {}, known, definitions, field)]),
    )
  }
  if (schema.prefixItems) return schema.prefixItems.map((item) => sample(item, known, definitions, name))
  if (schema.type === 'array') {
    const count = schema.minItems ?? 0
    return Array.from({ length: count }, () => sample(schema.items ?? {}, known, definitions, singular(name)))
  }
  return plain(schema, name)
}

function plain(schema: Schema, name: string): unknown {
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number')
    return schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1
  if (schema.format === 'uuid') return '00000000-0000-7000-8000-000000000000'
  if (schema.format === 'email') return 'somebody@example.org'
  if (schema.format === 'date-time') return '2030-01-01T00:00:00.000Z'
  return (name || 'text').padEnd(schema.minLength ?? 1, 'x')
}

function singular(name: string): string {
  return name === 'ids' ? 'id' : name.replace(/Ids$/, 'Id').replace(/ies$/, 'y')
}
