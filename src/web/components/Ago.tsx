import { useFormat, type Instant } from '../format.ts'
import { useNow } from '../clock.ts'

/** `il y a 3 min`; the exact time on hover and for screen readers. It counts on by itself. */
export function Ago({ at, className }: { at: Instant; className?: string | undefined }) {
  const format = useFormat()
  const now = useNow(1000)
  const exact = format.exact(at)
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={exact}
      aria-label={`${format.ago(at, now)}, ${exact}`}
      className={className}
    >
      {format.ago(at, now)}
    </time>
  )
}
