import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDomainOrder } from './domain-order.ts'
import { placeOf } from './imports/places.ts'
import { referencesOf } from './imports/references.ts'
import { forbidden, type House } from './imports/rules.ts'
import { targetOf } from './imports/targets.ts'
import type { Check, Finding } from './outcome.ts'
import { readSources, type SourceFile } from './source.ts'

/**
 * Who talks to whom against the rules of the house: imports upwards, past a door, from the browser into the server and
 * back. The rules themselves are in `imports/rules.ts`.
 * @param root a checkout with `package.json` and `src/`.
 */
export function findForbiddenImports(root: string, sources: SourceFile[] = readSources(root)): Finding[] {
  const { imports = {}, dependencies = {} } = readPackage(root)
  const house: House = { order: readDomainOrder(sources), production: new Set(Object.keys(dependencies)) }
  const findings = unlisted(root, sources, house)
  const newcomers = new Set(findings.map(({ where }) => where))
  for (const file of sources) {
    const from = placeOf(file.path)
    if (newcomers.has(`src/domains/${from.domain}`)) continue
    for (const reference of referencesOf(file)) {
      const target = targetOf(reference.specifier, file.path, imports)
      const why = forbidden(file.path, from, target, reference, house)
      if (why)
        findings.push({ where: `${file.path}:${reference.line}`, message: `${reference.specifier}: ${why}` })
    }
  }
  return findings
}

/** A domain that stands nowhere in the order could import anything, or nothing. */
function unlisted(root: string, sources: SourceFile[], house: House): Finding[] {
  if (!existsSync(join(root, 'src/app.ts'))) return []
  const domains = new Set(
    sources.map((file) => placeOf(file.path).domain).filter((domain) => domain !== undefined),
  )
  return [...domains]
    .filter((domain) => !house.order.includes(domain))
    .map((domain) => ({
      where: `src/domains/${domain}`,
      message: 'is not listed in `domains` of src/app.ts',
    }))
}

function readPackage(root: string): {
  imports?: Record<string, string>
  dependencies?: Record<string, string>
} {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
}

export const importsCheck: Check = {
  name: 'imports',
  proves: 'domains, kernel, protocols and browser talk to each other only as the house allows',
  run: ({ root, sources }) => ({ findings: findForbiddenImports(root, sources()) }),
}
