import type { Icon } from '@tabler/icons-react'
import { createContext, useContext } from 'react'
import type { ReadRoute, Route } from './operations-type.ts'
import type { Page } from './page.ts'
import type { Slot } from './slots.tsx'

/** Something that can be done from anywhere, found with Ctrl-K. */
export interface PaletteAction {
  /** With its namespace: `inventory:discovery.start`. */
  labelKey: string
  icon: Icon
  /** Other words that people type for it, as a text of the locale, separated by spaces. */
  wordsKey?: string
  right?: string
  /** Shown only once something is typed. */
  isAsked?: boolean
  /** Where it goes, or what it does. */
  href?: string
  run?: () => void
}

/** Which answers an event makes old: `{ 'site.changed': ['GET /sites', 'GET /sites/:id'] }`. */
export type Invalidates = Readonly<Record<string, readonly ReadRoute[]>>

/** What `src/domains/X/web/pages.ts` exports. */
export interface DomainPages {
  pages: readonly Page[]
  invalidates?: Invalidates
  actions?: readonly PaletteAction[]
  /** What it adds to pages of domains below. */
  slots?: readonly Slot[]
}

/** What all domains give together. */
export interface Shell {
  pages: readonly Page[]
  actions: readonly PaletteAction[]
  slots: readonly Slot[]
  /** For each type of event, the routes whose answers it makes old. */
  invalidates: ReadonlyMap<string, readonly Route[]>
}

export const ShellContext = createContext<Shell>({
  pages: [],
  actions: [],
  slots: [],
  invalidates: new Map(),
})
export const useShell = () => useContext(ShellContext)

export function shellOf(domains: readonly DomainPages[]): Shell {
  const invalidates = new Map<string, Route[]>()
  for (const domain of domains)
    for (const [type, routes] of Object.entries(domain.invalidates ?? {}))
      invalidates.set(type, [...(invalidates.get(type) ?? []), ...routes])
  return {
    pages: domains.flatMap((domain) => domain.pages),
    actions: domains.flatMap((domain) => domain.actions ?? []),
    slots: domains.flatMap((domain) => domain.slots ?? []),
    invalidates,
  }
}
