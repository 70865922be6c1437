import type { View } from '#web/list.ts'

/** A list as somebody wants to find it again. */
export function viewOf(key: string, label: string, search: Readonly<Record<string, string>>): View {
  return { key, label, search }
}
