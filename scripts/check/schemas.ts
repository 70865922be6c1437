import { readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { readDomainOrder } from './domain-order.ts'
import { placeOf } from './imports/places.ts'
import type { Check, Finding } from './outcome.ts'
import { listFiles, readSources, type SourceFile } from './source.ts'
import { sqlTextsOf, tableNamesOf, withoutSqlComments } from './sql-texts.ts'

/** Whose file it is, and what it may name of the others' schemas. */
interface Reach {
  owner: string
  order: string[]
  views: Set<string>
}

/**
 * Where a domain's code or migrations touch another domain's PostgreSQL schema. Allowed are views that the owner
 * publishes (made in its migrations, named in its README), and, in migrations, foreign keys to domains below and the
 * isolation of rows as of the row below that they hang on. A domain that src/app.ts does not list yet is left out: the
 * check of imports asks for it.
 */
export function findForeignTables(root: string, sources: SourceFile[] = readSources(root)): Finding[] {
  const order = readDomainOrder(sources)
  const views = publishedViews(root, order)
  const findings: Finding[] = []
  for (const file of sources) {
    const { area, domain, isBench } = placeOf(file.path)
    // A bench fills the tables below its own by the shortest way.
    if (isBench) continue
    if (area !== 'domain' && area !== 'kernel' && area !== 'protocols') continue
    if (domain && !order.includes(domain)) continue
    const reach = { owner: domain ?? area, order, views }
    for (const { text, line } of [...sqlTextsOf(file), ...tableNamesOf(file)])
      for (const message of foreign(text, reach)) findings.push({ where: `${file.path}:${line}`, message })
  }
  return [...findings, ...foreignInMigrations(root, order, views)]
}

/** A foreign key, and `kernel.isolate_under`'s second argument. */
const hangsOn = /(?:\breferences\s+"?|\bisolate_under\s*\(\s*'[^']*'\s*,\s*')(\w+)"?\.\w+/gi

function foreignInMigrations(root: string, order: string[], views: Set<string>): Finding[] {
  return listFiles(root, 'src/{kernel,domains/*}/migrations/*.sql').flatMap((path) => {
    const owner = placeOf(path).domain ?? 'kernel'
    if (owner !== 'kernel' && !order.includes(owner)) return []
    const sql = withoutSqlComments(readFileSync(join(root, path), 'utf8'))
    return sql.split('\n').flatMap((line, index) => {
      const withoutKeys = line.replace(hangsOn, (key, schema: string) =>
        isBelow(schema, owner, order) ? '' : key,
      )
      return foreign(withoutKeys, { owner, order, views }).map((message) => ({
        where: `${path}:${index + 1}`,
        message,
      }))
    })
  })
}

function foreign(sql: string, { owner, order, views }: Reach): string[] {
  const others = order.filter((domain) => domain !== owner)
  return others.flatMap((other) =>
    [...sql.matchAll(new RegExp(`(?<![\\w.])"?${other}"?\\.("?[a-z_]\\w*"?)|\\bschema\\s+${other}\\b`, 'gi'))]
      .map((match) => match[1]?.replaceAll('"', ''))
      .filter((name) => !(name && views.has(`${other}.${name}`) && isBelow(other, owner, order)))
      .map(
        (name) =>
          `${name ? `${other}.${name}` : `schema ${other}`} belongs to ${other}: ask its door #${other}`,
      ),
  )
}

/** `estate.asset_names` of `create view estate.asset_names`, where estate's README says so too. */
function publishedViews(root: string, order: string[]): Set<string> {
  const views = new Set<string>()
  for (const domain of order) {
    const readme = join(root, `src/domains/${domain}/README.md`)
    const said = existsSync(readme) ? readFileSync(readme, 'utf8') : ''
    for (const path of listFiles(root, `src/domains/${domain}/migrations/*.sql`)) {
      const sql = withoutSqlComments(readFileSync(join(root, path), 'utf8'))
      for (const [, name = ''] of sql.matchAll(new RegExp(`\\bview\\s+${domain}\\.(\\w+)`, 'gi')))
        if (said.includes(name)) views.add(`${domain}.${name}`)
    }
  }
  return views
}

const isBelow = (lower: string, upper: string, order: string[]): boolean =>
  order.includes(lower) && order.indexOf(lower) < order.indexOf(upper)

export const schemasCheck: Check = {
  name: 'schemas',
  proves: "no domain touches another domain's tables",
  run: ({ root, sources }) => ({ findings: findForeignTables(root, sources()) }),
}
