import type { Column, Filter, Row } from '#web/list/types.ts'
import { useSlots, type Slot } from '#web/slots.tsx'

/**
 * What domains above add to assets: supervision their state, network their interfaces. They declare it as `slots` in
 * their `pages.ts` with `page: 'asset'`; the shell gathers them.
 */
export const useAssetSlots = (): readonly Slot[] => useSlots('asset')

/** The state in the header: of the first slot that knows one. */
export function useAssetState(slots: readonly Slot[], id: string) {
  const states = slots.map((slot) => slot.useState?.(id))
  return states.find((state) => state !== undefined)
}

/** The columns that slots add to the list of assets. */
export function useAssetColumns(slots: readonly Slot[]): readonly Column<Row>[] {
  return slots.flatMap((slot) => slot.useColumns?.() ?? [])
}

/** What slots let the list of assets be filtered by. */
export function useAssetFilters(slots: readonly Slot[]): readonly Filter[] {
  return slots.flatMap((slot) => slot.useFilters?.() ?? [])
}

/** The tabs that slots add to the page of an asset. */
export function useSlotTabs(slots: readonly Slot[], id: string) {
  return slots.flatMap(({ key, tab }) => (tab ? [{ key, ...tab, count: tab.useCount?.(id) }] : []))
}
