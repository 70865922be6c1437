import { notifications } from '@mantine/notifications'

export interface Toast {
  message: string
  /** Takes it back, while the toast is there. */
  undo?: (() => void) | undefined
  /** Milliseconds; 10 s with undo, else 5 s. */
  forMs?: number
}

/** What a toast with an undo shows; set by the component that draws them, so that this file stays free of React. */
let draw: (toast: Toast, close: () => void) => React.ReactNode = ({ message }) => message

export function drawToastsWith(given: typeof draw): void {
  draw = given
}

/** Says what was done: `toast({ message: t('alerts.acknowledged'), undo: () => … })`. */
export function toast(given: Toast): void {
  const id = `toast-${++count}`
  const close = () => notifications.hide(id)
  notifications.show({
    id,
    message: draw(given, close),
    autoClose: given.forMs ?? (given.undo ? 10_000 : 5000),
    withCloseButton: false,
  })
}

/** Takes away what is shown, where what comes now stands below it. */
export function hideToasts(): void {
  notifications.clean()
}

let count = 0
