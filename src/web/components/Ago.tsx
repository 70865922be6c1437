import { useMemo } from 'react'
import { useNow } from '../clock.ts'
import { useFormat, type Instant } from '../format.ts'

/** `il y a 3 min`; the exact time on hover and for screen readers. It counts on by itself. */
export function Ago({ at, className }: { at: Instant; className?: string | undefined }) {
  const format = useFormat()
  const now = useNow(1000)
  const said = format.ago(at, now)
  const [exact, machine] = useMemo(() => [format.exact(at), new Date(at).toISOString()], [format, at])
  return (
    <time dateTime={machine} title={exact} aria-label={`${said}, ${exact}`} className={className}>
      {said}
    </time>
  )
}
