import { Visitor, type Expression, type TemplateLiteral } from 'oxc-parser'
import type { SourceFile } from './source.ts'

/** A piece of SQL, or of what becomes SQL, in a source file. */
export interface SqlText {
  text: string
  line: number
}

/** Kysely's methods whose first argument names a table. */
const namesTable =
  /^(selectFrom|insertInto|replaceInto|updateTable|deleteFrom|mergeInto|from|using|\w*[jJ]oin|\w*[jJ]oinLateral|table)$/

/** The SQL of a file: texts tagged `sql`, and what is given to `.query(…)`, `.execute(…)` and `sql.raw(…)`. */
export function sqlTextsOf(file: SourceFile): SqlText[] {
  const found: SqlText[] = []
  const add = (node: { start: number }, text: string) => found.push({ text, line: file.lineAt(node.start) })
  new Visitor({
    TaggedTemplateExpression(node) {
      if (isSql(node.tag)) add(node, textOf(node.quasi))
    },
    CallExpression(node) {
      const [first] = node.arguments
      const method = methodOf(node.callee)
      if (!first || !method || !/^(query|execute|raw|unsafe)$/.test(method)) return
      if (first.type === 'TemplateLiteral') add(first, textOf(first))
      if (first.type === 'Literal' && typeof first.value === 'string') add(first, first.value)
    },
  }).visit(file.program)
  return found
}

/** The tables that a file names to Kysely (`selectFrom('estate.sites as s')`) and in properties called `table`. */
export function tableNamesOf(file: SourceFile): SqlText[] {
  const found: SqlText[] = []
  const add = (node: Expression | { type: string; start: number }) => {
    for (const text of literals(node as Expression)) found.push({ text, line: file.lineAt(node.start) })
  }
  new Visitor({
    CallExpression(node) {
      const method = methodOf(node.callee)
      const [first] = node.arguments
      if (first && method && namesTable.test(method)) add(first)
    },
    Property(node) {
      if (node.key.type === 'Identifier' && node.key.name === 'table') add(node.value)
    },
  }).visit(file.program)
  return found
}

function literals(node: Expression): string[] {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : []
  if (node.type === 'TemplateLiteral') return [textOf(node)]
  if (node.type !== 'ArrayExpression') return []
  return node.elements.flatMap((element) =>
    element && element.type !== 'SpreadElement' ? literals(element) : [],
  )
}

/** What is written in a template, each inserted value as `?`. */
function textOf(template: TemplateLiteral): string {
  return template.quasis.map((quasi) => quasi.value.cooked ?? quasi.value.raw).join('?')
}

function isSql(tag: Expression): boolean {
  if (tag.type === 'Identifier') return tag.name === 'sql'
  return tag.type === 'MemberExpression' && tag.object.type === 'Identifier' && tag.object.name === 'sql'
}

function methodOf(callee: Expression): string | undefined {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return undefined
  return callee.property.name
}

/** SQL without its comments, lines kept. */
export function withoutSqlComments(sql: string): string {
  return sql.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
}
