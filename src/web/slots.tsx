import { lazy, Suspense, type ComponentType } from 'react'
import { Skeleton } from './components/Skeleton.tsx'
import type { Instant } from './format.ts'
import type { Column, Filter, Row } from './list/types.ts'
import { useCan } from './session.ts'
import { useShell } from './shell.ts'
import type { StateName } from './theme/tokens.ts'
import { loadFresh } from './outdated.ts'

type Load = () => Promise<{ default: ComponentType<{ id: string }> }>

/**
 * What a domain adds to a page of a domain below it, in its own `pages.ts`: `export const slots: Slot[] = [{ page: 'asset',
 * key: 'checks', right: 'check.read', tab: { labelKey: 'supervision:checks.title', load: () => import('./AssetChecks.tsx') } }]`.
 * What is loaded gets the thing's `id`.
 */
export interface Slot {
  /** Whose page: `asset`, `site`, `service`, `organisation` (its tabs). */
  page: string
  /** Stable: a tab's key stands in the address. */
  key: string
  /** Nothing of it is shown without this right. */
  right?: string
  /** Among the slots of the page, from 0. */
  order?: number
  /** A tab of the detail page. */
  tab?: { labelKey: string; fills?: boolean; useCount?: (id: string) => number | undefined; load: Load }
  /** Shown on the first tab, below what the page has itself. */
  section?: Load
  /** Facts at the right, below the page's own. */
  facts?: Load
  /** In the header, behind what it is and where: how it is reached. Renders nothing where that is not known. */
  subtitle?: Load
  /** What needs a person, between the header and the tabs; renders nothing where nothing does. */
  attention?: Load
  /** A hook: the state in the header of the detail page. */
  useState?: (
    id: string,
  ) => { name: StateName; since?: Instant | undefined; acknowledgedBy?: string | undefined } | undefined
  /** In the form for a new one, with the fields that say what and where it is. */
  newField?: NewField
  /** Before its name wherever another page names it: how it fares. Renders nothing where that is not known. */
  mark?: Load
  /** A hook: columns of the list; they stand after the name. */
  useColumns?: () => readonly Column<Row>[]
  /** A hook: what the list may be filtered by, before its own filters. */
  useFilters?: () => readonly Filter[]
}

/** A field of the form for a new thing, whose value belongs to the domain that adds it. */
export interface NewField {
  /** Its name among the form's values, and in the problem that tells what is wrong with it. */
  name: string
  /** With their namespaces: `network:address.address`. */
  labelKey: string
  helpKey?: string
  isMono?: boolean
  /** The text that says what is wrong with what was typed; asked before anything is sent. */
  faultKey?: (typed: string) => string | undefined
  /** Keeps it once the thing is there; throws ApiProblem. */
  send: (id: string, typed: string) => Promise<unknown>
}

/** The slots of a page that the person may see. The same ones in the same order while the page is open: hooks may be called in a loop. */
export function useSlots(page: string): readonly Slot[] {
  const can = useCan()
  return useShell()
    .slots.filter((slot) => slot.page === page && can(slot.right))
    .toSorted((one, other) => (one.order ?? 99) - (other.order ?? 99))
}

/** What the slots of a thing say before its name: `<Marks page="asset" id={asset.id} />`. */
export function Marks({ page, id }: { page: string; id: string }) {
  return useSlots(page).map(({ key, mark }) => mark && <SlotView key={key} load={mark} id={id} isQuiet />)
}

const loaded = new Map<Load, ComponentType<{ id: string }>>()

/** What a slot shows, once it has been fetched. */
export function SlotView({ load, id, isQuiet = false }: { load: Load; id: string; isQuiet?: boolean }) {
  const View = loaded.get(load) ?? lazy(loadFresh(load))
  loaded.set(load, View)
  // oxlint-disable react/static-components -- made once for each slot, and kept in `loaded`
  return (
    <Suspense fallback={isQuiet ? null : <Skeleton lines={4} />}>
      <View id={id} />
    </Suspense>
  )
}
