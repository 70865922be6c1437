import { stored, type Stored } from '../stored.ts'
import type { View } from './types.ts'

const known = new Map<string, Stored<readonly View[]>>()

/** The views that a person made of one list, kept on this machine. */
export function savedViews(listKey: string): Stored<readonly View[]> {
  const views =
    known.get(listKey) ??
    stored<readonly View[]>(
      `views.${listKey}`,
      [],
      (value): value is readonly View[] => Array.isArray(value) && value.every(isView),
    )
  known.set(listKey, views)
  return views
}

function isView(value: unknown): value is View {
  const { key, label, search } = (value ?? {}) as Partial<View>
  return typeof key === 'string' && typeof label === 'string' && typeof search === 'object'
}
