import type { MouseEvent } from 'react'

/**
 * For what is pressed below a field: the field is not left, so that no sentence about it moves what is pressed from under
 * the pointer.
 */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}
