import type { Operation } from '#kernel/operations'
import { fieldsOf, type Field } from './fields.ts'
import { kebab } from './words.ts'

/** What an operation takes, and in which form. */
export function operationHelp(operation: Operation): string {
  const isQuery = operation.route.startsWith('GET ')
  const lines = fieldsOf(operation).map(
    (field) =>
      `  --${kebab(field.name)} ${formText(field, isQuery)}${field.isRequired ? '  (required)' : ''}`,
  )
  const more = [
    ...(operation.versioned
      ? [
          '  --if-match VERSION  (required)  the version that you read and change, or "*" for whichever is there',
        ]
      : []),
    ...(operation.consumes ? ['  --body FILE  (required)  what is sent'] : []),
  ]
  return (
    `vigie api ${operation.name.replaceAll('.', ' ')}: ${operation.summary}\n` +
    `${operation.route}, right ${operation.right}\n\n${[...lines, ...more].join('\n')}\n`
  )
}

function formText({ form, items, choices, isNullable }: Field, isQuery: boolean): string {
  const one = choices?.join('|')
  const orNull = isNullable && !isQuery ? '|null' : ''
  if (form === 'text') return (one ?? 'TEXT') + orNull
  if (form === 'number') return `NUMBER${orNull}`
  if (form === 'yes-no') return `true|false${orNull}`
  if (form === 'list')
    return `${one ?? (items === 'number' ? 'NUMBER' : 'TEXT')},…  (separated by commas, or the flag again)`
  return isQuery ? 'VALUE' : `JSON${orNull}`
}
