import { useEffect, useRef, useSyncExternalStore } from 'react'

/** One way to do something from the keyboard. `keys` is one key (`x`, `/`, `ArrowDown`, `mod+k`) or `g s`. */
export interface Shortcut {
  keys: string
  /** Already in the person's language; absent where another line says it (`ArrowDown` beside `j`). */
  label?: string | undefined
  run: (event: KeyboardEvent) => void
}

const active = new Set<Shortcut>()
const listeners = new Set<() => void>()
let shown: readonly Shortcut[] = []
let prefix: { key: string; at: number } | undefined

/** How long `g` waits for its letter. */
const sequenceMs = 1200

function changed(): void {
  shown = [...active]
  for (const listener of listeners) listener()
}

/** Makes shortcuts work while the component is there. The last one to claim a key has it. */
export function useShortcuts(shortcuts: readonly Shortcut[], isEnabled = true): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const signature = shortcuts.map(({ keys, label }) => `${keys}=${label ?? ''}`).join('\n')
  useEffect(() => {
    if (!isEnabled) return
    const mine = latest.current.map(({ keys, label }, at) => ({
      keys,
      label,
      run: (event: KeyboardEvent) => latest.current[at]?.run(event),
    }))
    for (const shortcut of mine) active.add(shortcut)
    changed()
    return () => {
      for (const shortcut of mine) active.delete(shortcut)
      changed()
    }
  }, [signature, isEnabled])
}

/** All that work now, for the page that `?` shows. */
export function useActiveShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => shown,
  )
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const key = nameOf(event)
  if (!key.startsWith('mod+') && (isTyping(event.target) || isInDialog(event.target))) return
  const sequence = prefix && event.timeStamp - prefix.at < sequenceMs ? `${prefix.key} ${key}` : undefined
  prefix = undefined
  const found = find(sequence) ?? find(key)
  if (found) {
    event.preventDefault()
    found.run(event)
    return
  }
  if ([...active].some(({ keys }) => keys.startsWith(`${key} `))) prefix = { key, at: event.timeStamp }
}

function find(keys: string | undefined): Shortcut | undefined {
  return keys === undefined ? undefined : [...active].findLast((shortcut) => shortcut.keys === keys)
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (event.ctrlKey || event.metaKey) return `mod+${key}`
  if (event.altKey) return `alt+${key}`
  // `?` and `/` need Shift on some keyboards: only where the key is a name does Shift count.
  return event.shiftKey && event.key.length > 1 ? `shift+${key}` : key
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[role="listbox"], [role="menu"], [role="combobox"]'))
    return true
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"]') !== null
}

globalThis.addEventListener?.('keydown', onKeyDown)
