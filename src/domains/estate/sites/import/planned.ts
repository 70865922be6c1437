import type { PlannedLine } from '../../import/plan.ts'
import type { SiteChange } from '../columns.ts'
import type { KnownSite } from './known.ts'

/** Where a line hangs its site: under one that is there, under that of another line, or as the file does not say. */
export type Parent = { known: KnownSite } | { line: PlannedSite } | undefined

export interface PlannedSite extends PlannedLine {
  /** What it means: two lines of one key contradict each other. */
  key: string | undefined
  /** The site that is there already. */
  found: KnownSite | undefined
  /** Only what the file says. */
  values: SiteChange
  parentCell: string
  parent: Parent
}

/** From the top of the tree down to the site, as far as the file and what is there say. */
export function pathOf({ parent, parentCell, name }: PlannedSite): string {
  const above = parent && 'known' in parent ? parent.known.path_name : parentCell
  return above === '' ? name : `${above} › ${name}`
}
