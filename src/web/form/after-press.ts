let isHeld = false

if (typeof document !== 'undefined') {
  const hold = (is: boolean) => () => (isHeld = is)
  document.addEventListener('pointerdown', hold(true), true)
  for (const end of ['pointerup', 'pointercancel'] as const) document.addEventListener(end, hold(false), true)
}

/**
 * Runs once a press under way has done what it was for. A press takes the keyboard from a field before it is a click:
 * what the page says of that field must not move the button away from under the pointer.
 */
export function afterPress(run: () => void): void {
  // A finger's press and its click come in one go, with the pointer up already: the next turn is after both.
  if (!isHeld) return void setTimeout(run)
  const ends = ['pointerup', 'pointercancel'] as const
  const released = () => {
    for (const end of ends) document.removeEventListener(end, released, true)
    setTimeout(run)
  }
  for (const end of ends) document.addEventListener(end, released, true)
}
