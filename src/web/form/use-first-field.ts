import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

const fields = 'input:not([type=hidden], [hidden], :disabled), textarea:not(:disabled), select:not(:disabled)'

const isFilled = (field: HTMLElement) => 'value' in field && field.value !== ''

/**
 * The first field has the keyboard as soon as a form appears, so that what is typed goes somewhere. Where fields come
 * later, with their data, the first one takes it as long as nobody has moved it.
 */
export function useFirstField(place: RefObject<HTMLElement | null>, isWanted: boolean): void {
  const isGiven = useRef(false)
  // Before the dialog around it looks for where to begin: it takes what is marked, else its button to close.
  useLayoutEffect(() => {
    if (!isWanted || !place.current || place.current.querySelector('[data-autofocus]')) return
    place.current.querySelector(fields)?.setAttribute('data-autofocus', '')
  })
  useEffect(() => {
    if (!isWanted || isGiven.current || !place.current) return
    const field = place.current.querySelector<HTMLElement>('[data-autofocus]')
    if (!field) return
    isGiven.current = true
    if (place.current.contains(document.activeElement)) return
    // On a phone a keyboard would come up over a form that somebody has only come to look at.
    if (isFilled(field) && matchMedia('(pointer: coarse)').matches) return
    field.focus({ preventScroll: true })
  })
}
