import type { Asking } from '../../import/fields.ts'
import { fold } from '#kernel/fold'
import { foldPath } from '../../import/path.ts'
import { wrong } from '../../import/plan.ts'
import { grouped, sitesCalled, type KnownSites } from './known.ts'
import type { PlannedSite } from './planned.ts'

/** Finds what each line calls its parent: among what is there, else among the other lines. */
export function findParents(planned: readonly PlannedSite[], known: KnownSites, asking: Asking): void {
  const byCode = grouped(planned, (site) => fold(site.values.code ?? ''))
  const byPath = grouped(planned, (site) => foldPath(`${site.parentCell} › ${site.name}`))
  const byName = grouped(planned, (site) => fold(site.name))
  for (const site of planned) {
    const cell = site.parentCell
    if (cell === '') continue
    const there = sitesCalled(known, cell)
    const inFile = byCode.get(fold(cell)) ?? byPath.get(foldPath(cell)) ?? byName.get(fold(cell)) ?? []
    if (there.length === 1) site.parent = { known: there[0]! }
    else if (there.length === 0 && inFile.length === 1) site.parent = { line: inFile[0]! }
    else {
      const problem = there.length + inFile.length === 0 ? 'siteNotFound' : 'siteAmbiguous'
      wrong(site, 'parent', asking.say(`estate:problem.${problem}`, { site: cell }))
    }
  }
}

/** The lines in an order in which each comes after the one it hangs under; a line in a circle is handed to `refuse`. */
export function parentsFirst(
  planned: readonly PlannedSite[],
  refuse: (site: PlannedSite) => void,
): PlannedSite[] {
  const ordered = new Set<PlannedSite>()
  for (const site of planned) {
    const chain: PlannedSite[] = []
    let at: PlannedSite | undefined = site
    while (at && !ordered.has(at) && !chain.includes(at)) {
      chain.push(at)
      at = at.parent && 'line' in at.parent ? at.parent.line : undefined
    }
    if (at && chain.includes(at)) refuse(site)
    for (const one of chain.toReversed()) ordered.add(one)
  }
  return [...ordered]
}
