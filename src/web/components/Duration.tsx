import { useNow } from '../clock.ts'
import { useFormat, type Instant } from '../format.ts'

/** A length of time: of `ms`, or since `since` and counting. */
export function Duration(props: { ms: number } | { since: Instant; until?: Instant | undefined }) {
  const format = useFormat()
  const now = useNow('ms' in props || props.until ? 86_400_000 : 1000)
  if ('ms' in props) return <span className="tabular">{format.duration(props.ms)}</span>
  const start = new Date(props.since)
  const ms = (props.until ? new Date(props.until).getTime() : now) - start.getTime()
  return (
    <time dateTime={start.toISOString()} title={format.exact(props.since)} className="tabular">
      {format.duration(Math.max(ms, 0))}
    </time>
  )
}
