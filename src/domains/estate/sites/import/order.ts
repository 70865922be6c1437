import type { Asking } from '../../import/fields.ts'
import { wrong } from '../../import/plan.ts'
import type { SiteKind } from '../../tables.ts'
import { fitsUnder, orderParams } from '../order.ts'
import type { KnownSites } from './known.ts'
import type { PlannedSite } from './planned.ts'

/**
 * Refuses the lines that would put a place under what is smaller than it, as the whole file would leave the tree. What is
 * out of order already and is not touched stays.
 */
export function refuseDisorder(planned: readonly PlannedSite[], known: KnownSites, asking: Asking): void {
  const lines = new Map(planned.flatMap((site) => (site.found ? [[site.found.id, site] as const] : [])))
  const kindById = (id: string | null): SiteKind | undefined => {
    const line = id === null ? undefined : lines.get(id)
    return line ? kindOf(line) : known.byId.get(id ?? '')?.kind
  }
  const above = ({ parent, found }: PlannedSite) => {
    if (!parent) return kindById(found?.parent_id ?? null)
    return 'known' in parent ? kindById(parent.known.id) : kindOf(parent.line)
  }
  const refuse = (site: PlannedSite, field: 'kind' | 'parent', kind: SiteKind, over: SiteKind) =>
    wrong(site, field, asking.say('estate:problem.siteOrder', orderParams(kind, over, asking.say)))
  const children = Map.groupBy(known.byId.values(), (row) => row.parent_id)
  for (const site of planned) {
    const kind = kindOf(site)
    const over = above(site)
    const isOther = kind !== site.found?.kind
    if (over && (isOther || isMoved(site)) && !fitsUnder(kind, over))
      refuse(site, site.values.kind && isOther ? 'kind' : 'parent', kind, over)
    if (!site.found || !isOther) continue
    const staying = (children.get(site.found.id) ?? []).filter(({ id }) => !isMoved(lines.get(id)))
    const child = staying.map(({ id }) => kindById(id)!).find((below) => !fitsUnder(below, kind))
    if (child) refuse(site, 'kind', child, kind)
  }
}

const kindOf = ({ values, found }: PlannedSite): SiteKind => values.kind ?? found?.kind ?? 'site'

function isMoved(site: PlannedSite | undefined): boolean {
  if (!site?.parent) return false
  return !('known' in site.parent && site.parent.known.id === site.found?.parent_id)
}
