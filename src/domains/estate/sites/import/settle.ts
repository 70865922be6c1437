import type { Asking } from '../../import/fields.ts'
import { shown, wrong, type FieldChange } from '../../import/plan.ts'
import { checkCoordinates } from '../columns.ts'
import { contactsText } from '../contacts.ts'
import type { KnownSite } from './known.ts'
import type { PlannedSite } from './planned.ts'

/** Says what will be done with a line whose parent is settled: create, change, nothing, or why not. */
export function settleSite(site: PlannedSite, asking: Asking): void {
  const { parent, found } = site
  if (site.action !== 'wrong' && parent && 'line' in parent && parent.line.action === 'wrong')
    wrong(site, 'parent', asking.say('estate:problem.parentWrong', { line: parent.line.line }))
  if (found && parent && 'known' in parent && parent.known.path.includes(found.id))
    wrong(site, 'parent', asking.say('estate:problem.parentCircle'))
  if (site.errors.length > 0) return
  if (!coordinatesHold(site)) {
    wrong(site, 'latitude', asking.say('estate:problem.coordinates'))
    return
  }
  if (!found) return
  site.id = found.id
  site.name = found.name
  site.changes = [...fieldChanges(site, found), ...parentChange(site, found)]
  site.action = site.changes.length > 0 ? 'change' : 'same'
}

function coordinatesHold({ values, found }: PlannedSite): boolean {
  try {
    checkCoordinates(values, found ?? {})
    return true
  } catch {
    return false
  }
}

function fieldChanges({ values }: PlannedSite, found: KnownSite): FieldChange[] {
  const before: Record<string, unknown> = {
    ...found,
    postalCode: found.postal_code,
    contacts: contactsText(found.contacts),
  }
  const after: Record<string, unknown> = {
    ...values,
    ...(values.contacts ? { contacts: contactsText(values.contacts) } : {}),
  }
  return Object.entries(after).flatMap(([field, value]) =>
    shown(value) === shown(before[field])
      ? []
      : [{ field, before: shown(before[field]), after: shown(value) }],
  )
}

function parentChange({ parent, parentCell }: PlannedSite, found: KnownSite): FieldChange[] {
  if (!parent) return []
  if ('known' in parent && parent.known.id === found.parent_id) return []
  const before = found.path_name.slice(0, -found.name.length).replace(/ › $/, '')
  const after = 'known' in parent ? parent.known.path_name : parentCell
  return [{ field: 'parent', before: shown(before), after }]
}
