import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Visitor } from 'oxc-parser'
import { placeOf } from './imports/places.ts'
import type { Check, Finding } from './outcome.ts'
import { listFiles, readSources, type SourceFile } from './source.ts'
import { sqlTextsOf, withoutSqlComments } from './sql-texts.ts'

const serverTime =
  /\b(now\s*\(\s*\)|(clock|statement|transaction)_timestamp\s*\(|current_(timestamp|date|time)\b|localtime(stamp)?\b)/i

/** Where time is taken from somewhere else than `#kernel/clock`, which alone can be moved by a test. */
export function findOtherClocks(root: string, sources: SourceFile[] = readSources(root)): Finding[] {
  const findings: Finding[] = []
  for (const file of sources) {
    const { area, isTest } = placeOf(file.path)
    if (isTest || (area !== 'kernel' && area !== 'domain' && area !== 'root')) continue
    if (!/^src\/kernel\/clock[./-]/.test(file.path)) findings.push(...machineTime(file))
    for (const { text, line } of sqlTextsOf(file))
      findings.push(...inSql(text, (offset) => `${file.path}:${line + offset}`))
  }
  for (const path of listFiles(root, 'src/**/*.sql'))
    findings.push(...inSql(readFileSync(join(root, path), 'utf8'), (offset) => `${path}:${offset + 1}`))
  return findings
}

/** `Date.now()`, `new Date()` and `Date()`. */
function machineTime(file: SourceFile): Finding[] {
  const findings: Finding[] = []
  const add = (start: number, what: string) =>
    findings.push({
      where: `${file.path}:${file.lineAt(start)}`,
      message: `${what}: take the time from #kernel/clock`,
    })
  new Visitor({
    MemberExpression(node) {
      if (node.object.type !== 'Identifier' || node.object.name !== 'Date') return
      if (node.property.type === 'Identifier' && node.property.name === 'now') add(node.start, 'Date.now')
    },
    NewExpression(node) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return
      if (node.arguments.length === 0) add(node.start, 'new Date()')
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date') add(node.start, 'Date()')
    },
  }).visit(file.program)
  return findings
}

function inSql(sql: string, where: (lineOffset: number) => string): Finding[] {
  return withoutSqlComments(sql)
    .split('\n')
    .flatMap((line, index) => {
      const found = serverTime.exec(line)?.[0]
      if (!found) return []
      return [
        {
          where: where(index),
          message: `${found} in SQL: give it the time of #kernel/clock, or kernel.clock()`,
        },
      ]
    })
}

export const timeCheck: Check = {
  name: 'time',
  proves: 'time comes from #kernel/clock alone, in code and in SQL',
  run: ({ root, sources }) => ({ findings: findOtherClocks(root, sources()) }),
}
