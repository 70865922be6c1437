/** Where a fault can be planted: just before what a write or a listener did is committed, and as a cycle begins. */
export const faultPlaces = ['write', 'listener', 'cycle'] as const
export type FaultPlace = (typeof faultPlaces)[number]

const planted = new Map<FaultPlace, number>()

/** The next so many times that this place is reached, it fails. Only the control socket calls this (`control.ts`). */
export function plantFault(place: FaultPlace, times: number): void {
  planted.set(place, times)
}

/** Throws where a test has planted a fault here. */
export function failHere(place: FaultPlace): void {
  const left = planted.get(place) ?? 0
  if (left <= 0) return
  planted.set(place, left - 1)
  throw new Error(`planted fault: ${place}`)
}
