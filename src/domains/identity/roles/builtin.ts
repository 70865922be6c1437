import type { Right } from '#kernel/access'

/**
 * The roles that come with the product, by what they may: `all`, a list, or a test on the right's verb. They are
 * brought up to date at each start, since domains add rights; people make roles of their own beside them.
 */
export const builtinRoles: readonly { builtin: string; name: string; has(right: Right): boolean }[] = [
  { builtin: 'administrator', name: 'Administrateur', has: () => true },
  {
    builtin: 'engineer',
    name: 'Ingénieur',
    has: (right) => !isOfHouse(right) || right.endsWith('.read'),
  },
  {
    builtin: 'technician',
    name: 'Technicien',
    has: (right) => (right.endsWith('.read') && !isOfHouse(right)) || technicianWrites.has(right),
  },
  { builtin: 'reader', name: 'Lecteur', has: (right) => right.endsWith('.read') && !isOfHouse(right) },
  { builtin: 'client', name: 'Client', has: (right) => clientReads.has(right) },
]

/** Who may do what, the journal, how the house itself is set: not for those who only run the estate. */
function isOfHouse(right: Right): boolean {
  return (
    /^(person|role|token|audit|settings|organisation|metrics|channel)\./.test(right) &&
    right !== 'organisation.read'
  )
}

const technicianWrites: ReadonlySet<string> = new Set([
  'asset.write',
  'alert.acknowledge',
  'discovery.run',
  'proposal.write',
])
const clientReads: ReadonlySet<string> = new Set([
  'organisation.read',
  'site.read',
  'asset.read',
  'service.read',
  'alert.read',
])
