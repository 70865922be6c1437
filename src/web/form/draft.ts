const nameOf = (draft: string) => `vigie.draft.${draft}`

/** What was typed before a reload or a new sign-in, over what was there at first; undefined where nothing was. */
export function readDraft<V extends object>(draft: string, initial: V): V | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(draft)) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return undefined
    const known = Object.entries(kept).filter(([name]) => name in initial)
    return known.length > 0 ? { ...initial, ...Object.fromEntries(known) } : undefined
  } catch {
    return undefined
  }
}

export function writeDraft(draft: string, values: object, secrets: readonly string[]): void {
  const kept = Object.fromEntries(Object.entries(values).filter(([name]) => !secrets.includes(name)))
  try {
    sessionStorage.setItem(nameOf(draft), JSON.stringify(kept))
  } catch {
    // Storage full or forbidden: the form works without its net.
  }
}

export function clearDraft(draft: string): void {
  try {
    sessionStorage.removeItem(nameOf(draft))
  } catch {
    // As above.
  }
}
