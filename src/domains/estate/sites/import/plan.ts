import type { Asking } from '../../import/fields.ts'
import { foldPath } from '../../import/path.ts'
import type { ParsedLine } from '../../import/lines.ts'
import { refuseTwice, wrong } from '../../import/plan.ts'
import type { SiteChange } from '../columns.ts'
import type { KnownSites } from './known.ts'
import { matchSite } from './match.ts'
import { refuseDisorder } from './order.ts'
import { findParents, parentsFirst } from './parents.ts'
import { pathOf, type PlannedSite } from './planned.ts'
import { settleSite } from './settle.ts'

/**
 * What would be done with each line: matched by code, else by path, else by a name that one site alone has.
 * @returns the lines, those that others hang under before them.
 */
export function planSites(lines: readonly ParsedLine[], known: KnownSites, asking: Asking): PlannedSite[] {
  const planned = lines.map(begin)
  findParents(planned, known, asking)
  for (const site of planned) {
    matchSite(site, known, asking)
    site.key = keyOf(site)
  }
  refuseTwice(planned, asking.say)
  const ordered = parentsFirst(planned, (site) =>
    wrong(site, 'parent', asking.say('estate:problem.parentCircle')),
  )
  refuseDisorder(ordered, known, asking)
  for (const site of ordered) settleSite(site, asking)
  return ordered
}

function begin({ line, values, errors }: ParsedLine): PlannedSite {
  const { parent = '', ...own } = values
  return {
    line,
    action: errors.length > 0 ? 'wrong' : 'create',
    id: null,
    name: String(values.name ?? ''),
    changes: [],
    errors: [...errors],
    key: undefined,
    found: undefined,
    values: own as SiteChange,
    parentCell: String(parent),
    parent: undefined,
  }
}

function keyOf(site: PlannedSite): string | undefined {
  if (site.found) return `id ${site.found.id}`
  if (site.values.code) return `code ${foldPath(site.values.code)}`
  if (site.name === '') return undefined
  return `path ${foldPath(pathOf(site))}`
}
