import type { Asking } from '../../import/fields.ts'
import { fold } from '#kernel/fold'
import { foldPath } from '../../import/path.ts'
import { wrong } from '../../import/plan.ts'
import type { KnownSite, KnownSites } from './known.ts'
import { pathOf, type PlannedSite } from './planned.ts'

/** Finds the site that a line means: by code, else by path, else by a name that one site alone has. */
export function matchSite(site: PlannedSite, known: KnownSites, asking: Asking): void {
  const candidates = candidatesOf(site, known)
  if (candidates.length > 1)
    wrong(
      site,
      site.values.code ? 'code' : 'name',
      asking.say('estate:problem.siteAmbiguous', { site: site.values.code || site.name }),
    )
  site.found = candidates.length === 1 ? candidates[0] : undefined
  if (!site.found && site.name === '') wrong(site, 'name', asking.say('estate:problem.nameNeeded'))
}

function candidatesOf(site: PlannedSite, known: KnownSites): readonly KnownSite[] {
  const { code } = site.values
  const byCode = code ? known.byCode.get(fold(code)) : undefined
  if (byCode) return byCode
  if (site.name === '') return []
  const named =
    site.parentCell === '' ? known.byName.get(fold(site.name)) : known.byPath.get(foldPath(pathOf(site)))
  // A site of that name with another code is another site.
  return (named ?? []).filter((row) => !code || row.code === '')
}
