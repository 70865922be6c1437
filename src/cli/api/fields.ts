import type { Operation } from '#kernel/operations'
import { jsonSchemaOf } from '#kernel/operations/json-schema'
import { didYouMean } from '#kernel/config/nearest'
import { Mistake } from './mistake.ts'
import { kebab } from './words.ts'

/** How a field is typed: what its words are read as. */
export interface Field {
  name: string
  form: 'text' | 'number' | 'yes-no' | 'list' | 'json'
  /** Of a list: what each of its items is. */
  items?: 'text' | 'number'
  /** The only texts that fit, where there are such. */
  choices?: readonly string[]
  isNullable: boolean
  isRequired: boolean
}

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  $ref?: string
}

/** The fields that an operation takes, from its input. */
export function fieldsOf(operation: Operation): Field[] {
  const { properties, required, $defs } = jsonSchemaOf(operation.input, 'input') as {
    properties?: Record<string, Schema>
    required?: string[]
    $defs?: Record<string, Schema>
  }
  const whole = (schema: Schema): Schema =>
    schema.$ref ? { ...$defs?.[schema.$ref.split('/').at(-1)!], ...schema, $ref: undefined } : schema
  return Object.entries(properties ?? {}).map(([name, schema]) => ({
    name,
    isRequired: required?.includes(name) ?? false,
    ...formOf(whole(schema), whole),
  }))
}

function formOf(schema: Schema, whole: (schema: Schema) => Schema): Omit<Field, 'name' | 'isRequired'> {
  const variants = (schema.anyOf ?? [schema]).map(whole)
  const isNullable = variants.some(({ type }) => type === 'null')
  const others = variants.filter(({ type }) => type !== 'null')
  const [only] = others
  if (others.length !== 1 || !only) return { form: 'json', isNullable }
  const type = scalarOf(only)
  if (type) return { form: type, isNullable, ...choicesOf(only) }
  const item = only.type === 'array' && only.items ? whole(only.items) : undefined
  const items = item && scalarOf(item)
  if (items === 'text' || items === 'number') return { form: 'list', items, isNullable, ...choicesOf(item!) }
  return { form: 'json', isNullable }
}

function scalarOf({ type, enum: values }: Schema): 'text' | 'number' | 'yes-no' | undefined {
  if (type === 'string' || values?.every((value) => typeof value === 'string')) return 'text'
  if (type === 'number' || type === 'integer') return 'number'
  return type === 'boolean' ? 'yes-no' : undefined
}

const choicesOf = (schema: Schema) => (schema.enum ? { choices: schema.enum.map(String) } : {})

/**
 * What was typed as the input of the operation. What a query takes stays text: it goes into the address.
 * @throws Mistake for a flag that the operation does not take, or one given twice that takes a single value.
 */
export function inputOf(operation: Operation, typed: ReadonlyMap<string, string[]>): Record<string, unknown> {
  const fields = fieldsOf(operation)
  const isQuery = operation.route.startsWith('GET ')
  return Object.fromEntries(
    [...typed].map(([name, values]) => {
      const field = fields.find((one) => one.name === name)
      if (!field) throw unknownFlag(name, fields)
      return [name, isQuery ? values.join(',') : valueOf(field, values)]
    }),
  )
}

function unknownFlag(name: string, fields: readonly Field[]): Mistake {
  const known = fields.map((field) => kebab(field.name))
  const there = known.length > 0 ? `; there are ${known.map((one) => `--${one}`).join(', ')}` : ''
  return new Mistake(`there is no flag --${kebab(name)}${didYouMean(kebab(name), known) || there}`)
}

function valueOf(field: Field, values: readonly string[]): unknown {
  const [first = ''] = values
  if (field.isNullable && values.length === 1 && first === 'null') return null
  if (field.form === 'list') return listOf(field, values)
  if (values.length > 1)
    throw new Mistake(`--${kebab(field.name)} takes one value, and was given ${values.length}`)
  if (field.form === 'text') return first
  if (field.form === 'number') return numberOr(first)
  if (field.form === 'yes-no') return first === 'true' ? true : first === 'false' ? false : first
  return jsonOr(first)
}

/** Repeated, separated by commas, or a JSON array; `--macs ""` is a list of nothing. */
function listOf({ items }: Field, values: readonly string[]): unknown {
  const [first = ''] = values
  if (values.length === 1 && first.startsWith('[')) return jsonOr(first)
  const words = values.flatMap((value) => value.split(',')).map((word) => word.trim())
  return words.filter(Boolean).map((word) => (items === 'number' ? numberOr(word) : word))
}

// What is not understood is sent as it was typed: the answer says what would be right.
const numberOr = (text: string) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text)

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
