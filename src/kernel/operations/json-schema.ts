import { z } from 'zod'

/**
 * A schema as JSON Schema (2020-12), for the API's description and the command line. What stands in an address as `true`
 * or `false` is a boolean there, whatever text it comes as.
 */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
    override({ zodSchema, jsonSchema }) {
      const { type, in: given, out } = zodSchema._zod.def as Pipe
      if (type === 'pipe' && given?._zod.def.type === 'string' && out?._zod.def.type === 'boolean')
        jsonSchema.type = 'boolean'
    },
  })
}

interface Pipe {
  type: string
  in?: z.core.$ZodType
  out?: z.core.$ZodType
}
