type Needed = { assets: { name: string }[]; services: { name: string }[] }

/** What the journal says of dependencies, by name: they are rows of their own. */
export function dependencyChanges(before: Needed | undefined, after: Needed) {
  const changes: Record<string, [unknown, unknown]> = {}
  for (const field of ['assets', 'services'] as const) {
    const [was, is] = [before?.[field].map(({ name }) => name) ?? [], after[field].map(({ name }) => name)]
    if (JSON.stringify(was) !== JSON.stringify(is)) changes[field] = [was, is]
  }
  return changes
}
