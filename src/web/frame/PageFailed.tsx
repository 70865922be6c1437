import type { ErrorComponentProps } from '@tanstack/react-router'
import { ErrorState } from '../components/ErrorState.tsx'

/** A page that broke: the frame around it goes on working. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  // A new version was installed while the tab was open: its files have other names now.
  const isOutdated = /dynamically imported module|module script failed/i.test(String(error))
  return <ErrorState error={error} retry={isOutdated ? () => location.reload() : reset} />
}
