/** Two people changed one row: what each did to it. */
export interface Conflict<V extends object> {
  /** The version that theirs has, to be sent with what is settled. */
  version: number
  theirs: V
  /** Fields that the other person changed, and what this person had made of them. */
  changes: readonly Change<V>[]
  /** Theirs, with this person's own changes over it. */
  mine: V
}

export interface Change<V extends object> {
  name: keyof V & string
  before: unknown
  theirs: unknown
  mine: unknown
  /** Both changed it, and not to the same: somebody has to choose. */
  isBoth: boolean
}

export function conflictOf<V extends object>(
  before: V,
  mine: V,
  theirs: { values: V; version: number },
): Conflict<V> {
  const names = Object.keys(theirs.values) as (keyof V & string)[]
  const isMineChanged = (name: keyof V & string) => !isSame(mine[name], before[name])
  const changes = names
    .filter((name) => !isSame(theirs.values[name], before[name]))
    .map((name) => ({
      name,
      before: before[name],
      theirs: theirs.values[name],
      mine: mine[name],
      isBoth: isMineChanged(name) && !isSame(mine[name], theirs.values[name]),
    }))
  const own = Object.fromEntries(names.filter(isMineChanged).map((name) => [name, mine[name]]))
  return { version: theirs.version, theirs: theirs.values, changes, mine: { ...theirs.values, ...own } }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
